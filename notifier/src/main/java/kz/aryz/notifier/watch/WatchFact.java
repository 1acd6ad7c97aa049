package kz.aryz.notifier.watch;

import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.Submission;

/** What the watch learns of a complaint. */
public sealed interface WatchFact {

    /** It came in. */
    record Received(Submission submission) implements WatchFact {}

    /** It was judged: class and urgency are set. */
    record Judged(CaseEvent event) implements WatchFact {}

    /** It was given to somebody who is to act on it. */
    record Handed() implements WatchFact {}

    /** The Commissioner holds it, because consent keeps it from units. */
    record Held(CaseEvent event) implements WatchFact {}
}
