package kz.aryz.notifier.watch;

import kz.aryz.notifier.state.HeldFor;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.Submission;

/** What the watch learns of a complaint. */
public sealed interface WatchFact {

    /** It came in. */
    record Received(Submission submission) implements WatchFact {}

    /** It was judged: class and urgency are set. */
    record Judged(CaseEvent event) implements WatchFact {}

    /** The rules gave it to a unit: consent decides whether the Commissioner goes on holding a part of it. */
    record Given(CaseEvent event) implements WatchFact {}

    /** The Commissioner's office let a unit have it. */
    record Handed() implements WatchFact {}

    /** The Commissioner has it. */
    record Held(CaseEvent event, HeldFor why) implements WatchFact {}
}
