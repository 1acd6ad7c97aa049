package kz.aryz.notifier.inbox;

/** What became of the search for an alert. */
sealed interface Lookup {

    /** Here it is. */
    record Found(AlertEntry alert) implements Lookup {}

    /** Every partition answered, and none holds it. */
    record Unknown() implements Lookup {}

    /** Some partition did not answer: it may be there. */
    record Unanswered() implements Lookup {}
}
