package kz.aryz.runtime.health;

/** Whether something can do its work, and if not, why. */
public sealed interface Health {

    /** It can. */
    record Up() implements Health {}

    /**
     * It cannot.
     *
     * @param cause in words for an operator, without content of any record
     */
    record Down(String cause) implements Health {}

    static Health up() {
        return new Up();
    }

    static Health down(String cause) {
        return new Down(cause);
    }
}
