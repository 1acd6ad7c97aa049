package kz.aryz.notifier.alert;

/** Where an alert stands. A delivered mail changes nothing: only a person's word does. */
public enum AlertState {
    /** Nobody has confirmed that they know. */
    OPEN("0"),
    /** A person has. */
    ACKNOWLEDGED("1");

    private final String digit;

    AlertState(String digit) {
        this.digit = digit;
    }

    String digit() {
        return digit;
    }

    /** What the {@link InboxPlace} of every alert in this state starts with. */
    public String prefix() {
        return digit + '|';
    }
}
