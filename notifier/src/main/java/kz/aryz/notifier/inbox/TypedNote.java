package kz.aryz.notifier.inbox;

/**
 * What somebody said about an alert that they have not confirmed by it.
 *
 * @param why key of the text that says why, and what to do
 */
record TypedNote(String obligationId, String note, String why) {

    @Override
    public String toString() {
        return "TypedNote[redacted]";
    }
}
