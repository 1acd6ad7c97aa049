package kz.aryz.backup;

import static java.util.stream.Collectors.toMap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kz.aryz.backup.Manifest.PartitionLog;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Copies the records of a topic into files, a file for each partition.
 *
 * @param leftOut what is not copied
 */
record TopicCopy(
        Consumer<byte[], byte[]> consumer, UnfinishedPart part, Predicate<ConsumerRecord<byte[], byte[]>> leftOut) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_EMPTY_POLLS = 300;

    /**
     * Copies what lies between begin and end.
     *
     * @return the logs with the number of their records
     */
    List<PartitionLog> copy(List<PartitionLog> logs) throws IOException {
        Map<TopicPartition, RecordWriter> writers = new HashMap<>();
        try {
            for (PartitionLog log : logs) {
                writers.put(log.topicPartition(), new RecordWriter(new BufferedOutputStream(part.file(log.file()))));
            }
            read(logs, writers);
        } finally {
            for (RecordWriter writer : writers.values()) {
                writer.close();
            }
        }
        List<PartitionLog> counted = new ArrayList<>();
        for (PartitionLog log : logs) {
            RecordWriter writer = writers.get(log.topicPartition());
            counted.add(new PartitionLog(
                    log.topic(), log.partition(), log.begin(), log.end(), writer == null ? 0 : writer.written()));
        }
        return counted;
    }

    private void read(List<PartitionLog> logs, Map<TopicPartition, RecordWriter> writers) throws IOException {
        Map<TopicPartition, Long> ends = logs.stream().collect(toMap(PartitionLog::topicPartition, PartitionLog::end));
        consumer.assign(ends.keySet());
        logs.forEach(log -> consumer.seek(log.topicPartition(), log.begin()));
        int emptyPolls = 0;
        while (!isDone(ends)) {
            boolean empty = true;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                empty = false;
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                RecordWriter writer = writers.get(partition);
                boolean lies = record.offset() < ends.getOrDefault(partition, 0L);
                if (writer != null && lies && !leftOut.test(record)) {
                    writer.append(record);
                }
            }
            emptyPolls = empty ? emptyPolls + 1 : 0;
            if (emptyPolls > MOST_EMPTY_POLLS) {
                throw new TimeoutException("The partitions " + ends + " could not be read to these offsets");
            }
        }
    }

    /** What has come to its end is asked for no more. */
    private boolean isDone(Map<TopicPartition, Long> ends) {
        List<TopicPartition> done = ends.entrySet().stream()
                .filter(end -> consumer.position(end.getKey()) >= end.getValue())
                .map(Map.Entry::getKey)
                .toList();
        consumer.pause(done);
        return done.size() == ends.size();
    }
}
