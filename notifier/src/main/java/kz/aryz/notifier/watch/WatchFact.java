package kz.aryz.notifier.watch;

import kz.aryz.schema.Submission;

/** What the watch learns of a complaint. */
public sealed interface WatchFact {

    /** It came in. */
    record Received(Submission submission) implements WatchFact {}

    /** Somebody decided about it. */
    record Decided() implements WatchFact {}
}
