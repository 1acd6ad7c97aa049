package kz.aryz.triage.queue;

import kz.aryz.schema.QueueItem;
import kz.aryz.topic.Topics;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Sends an item to the queue of its unit. */
public final class QueueTopicName implements TopicNameExtractor<String, QueueItem> {

    @Override
    public String extract(String complaintId, QueueItem item, RecordContext context) {
        return Topics.queue(item.getUnit()).name();
    }

    /** As it stands in descriptions of the topology. */
    @Override
    public String toString() {
        return Topics.queue("<unit>").name();
    }
}
