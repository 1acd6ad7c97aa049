package kz.aryz.intake.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import kz.aryz.intake.receipt.ReceiptTable;
import kz.aryz.intake.status.StatusTable;
import kz.aryz.schema.ComplaintStatus;
import kz.aryz.schema.Receipt;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;

/** A log in memory that several instances may share, with the tables of one of them; its records can be made to get lost. */
public final class InMemoryLog implements Log {

    /** What was appended. */
    public record Entry(String topic, int partition, String key, Object value) {}

    private final List<Entry> entries;
    private final ReceiptTable receipts = new ReceiptTable();
    private final StatusTable statuses = new StatusTable();
    private final List<Integer> fed = new ArrayList<>();
    private Predicate<String> lost = topic -> false;

    public InMemoryLog() {
        this(new ArrayList<>());
    }

    /** Another instance over the same records, which has read nothing yet. */
    public InMemoryLog restarted() {
        return new InMemoryLog(entries);
    }

    private InMemoryLog(List<Entry> entries) {
        this.entries = entries;
    }

    /** What is appended to these topics from now on is neither stored nor confirmed. */
    public void lose(Predicate<String> topics) {
        lost = topics;
    }

    public ReceiptTable receipts() {
        return receipts;
    }

    public StatusTable statuses() {
        return statuses;
    }

    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** The values on a topic, in order. */
    public <V> List<V> values(Topic<V> topic) {
        return entries().stream()
                .filter(entry -> entry.topic().equals(topic.name()))
                .map(entry -> topic.valueType().cast(entry.value()))
                .toList();
    }

    /** As if triage had published it. */
    public void status(String statusKey, ComplaintStatus status) {
        statuses.row(0, 0, statusKey, status);
    }

    @Override
    public <V> Future<Long> append(Topic<V> topic, String complaintId, String key, V value) {
        if (lost.test(topic.name())) {
            return CompletableFuture.failedFuture(new TimeoutException());
        }
        synchronized (entries) {
            entries.add(new Entry(topic.name(), topic.partition(complaintId), key, value));
            return CompletableFuture.completedFuture(readOn(topic, complaintId) - 1);
        }
    }

    @Override
    public Future<Long> end(Topic<?> topic, String complaintId) {
        synchronized (entries) {
            return CompletableFuture.completedFuture(readOn(topic, complaintId));
        }
    }

    /** Reads the receipts that are new on the partition into the table, as a follower does. */
    private long readOn(Topic<?> topic, String complaintId) {
        int partition = topic.partition(complaintId);
        long offset = 0;
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            if (entry.topic().equals(topic.name()) && entry.partition() == partition) {
                if (topic.equals(Topics.RECEIPTS) && !fed.contains(index)) {
                    fed.add(index);
                    receipts.row(partition, offset, entry.key(), (Receipt) entry.value());
                }
                offset++;
            }
        }
        if (topic.equals(Topics.RECEIPTS)) {
            receipts.reached(partition, offset);
        }
        return offset;
    }
}
