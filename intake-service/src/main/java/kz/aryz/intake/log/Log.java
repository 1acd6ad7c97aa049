package kz.aryz.intake.log;

import java.util.concurrent.Future;
import kz.aryz.topic.Topic;

/** The topics as intake writes them. Safe for use by several threads. */
public interface Log {

    /**
     * Appends a record about a complaint.
     *
     * @return its offset, once every in-sync replica has it
     * @throws LogUnavailable if it cannot even be handed over now
     */
    <V> Future<Long> append(Topic<V> topic, String complaintId, String key, V value) throws LogUnavailable;

    /** The offset after the last record on the complaint's partition of the topic. */
    Future<Long> end(Topic<?> topic, String complaintId) throws LogUnavailable;
}
