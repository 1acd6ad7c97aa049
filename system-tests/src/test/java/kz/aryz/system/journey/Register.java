package kz.aryz.system.journey;

import java.util.List;
import java.util.Objects;
import kz.aryz.quickstart.Addresses;
import kz.aryz.schema.Entered;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Submission;
import kz.aryz.system.TopicContents;
import kz.aryz.topic.Topics;

/** What the topics of a running Aryz say, read from their beginning to their present end. */
public final class Register {

    private final TopicContents contents;

    /** Of an Aryz whose broker asks nobody who they are. */
    public Register(Addresses addresses) {
        this(new TopicContents(addresses.bootstrapServers(), addresses.registryUrl()));
    }

    public Register(TopicContents contents) {
        this.contents = contents;
    }

    /** What was taken in. */
    public List<Submission> submissions() {
        return contents.of(Topics.SUBMISSIONS);
    }

    /** What entered and left the queues of all units. */
    public List<QueueItem> queueItems() {
        return contents.of(name -> name.startsWith("queue."), Topics.queue("COMMISSIONER"));
    }

    /** Complaint numbers, one for each time that a complaint entered a queue. */
    List<String> enteredQueues() {
        return queueItems().stream()
                .map(QueueItem::getEntered)
                .filter(Objects::nonNull)
                .map(Entered::getComplaintNumber)
                .toList();
    }

    /** Duties to tell. */
    public List<Obligation> obligations() {
        return contents.of(Topics.OBLIGATIONS);
    }

    /** How many dead letters there were. */
    int deadLetters() {
        return contents.of(Topics.TRIAGE_DEAD_LETTERS).size()
                + contents.of(Topics.NOTIFIER_DEAD_LETTERS).size();
    }
}
