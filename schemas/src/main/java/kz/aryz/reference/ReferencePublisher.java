package kz.aryz.reference;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.schema.ReferenceRelease;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a release: the queues of its units first, because producing to a topic that is not there stops triage; then
 * the rows that changed; the marker last, when everything before it is acknowledged. Rows and marker are one transaction,
 * so a publication that is cut short changes nothing and can be repeated, and of two at once one fails. A reader uses a
 * release only when its rows are those that the marker announces.
 */
final class ReferencePublisher {

    private final QueueTopics queues;
    private final Producer<String, byte[]> producer;
    private final AvroSerdes serdes;
    private final Clock clock;

    /**
     * A publisher.
     *
     * @param queues makes the queues
     * @param producer a transactional one that has not begun
     * @param clock dates the marker
     */
    ReferencePublisher(QueueTopics queues, Producer<String, byte[]> producer, AvroSerdes serdes, Clock clock) {
        this.queues = queues;
        this.producer = producer;
        this.serdes = serdes;
        this.clock = clock;
    }

    /** Makes the topics of queues that are not there yet. */
    interface QueueTopics {
        void make(List<Topic<?>> queues) throws IOException, InterruptedException, ExecutionException;
    }

    /** What became of a release. */
    sealed interface Publication {

        /** Services will use it. */
        record Published(String version, int changedRows) implements Publication {}

        /** It is the one that services use already. */
        record Unchanged(String version) implements Publication {}

        /** Its version already names other content, which events refer to. */
        record VersionTaken(String version) implements Publication {}

        /** Services go on with another one, which somebody chose. */
        record Kept(String version) implements Publication {}
    }

    /** Publishes, unless somebody chose what is in use: a release of their own, or one from before this one. */
    Publication publishUnlessChosen(Reading.Complete release, ReferenceLog log)
            throws IOException, InterruptedException, ExecutionException {
        producer.initTransactions();
        log.readToEnd();
        Optional<String> chosen = log.announced()
                .map(ReferenceRelease::getVersion)
                .filter(inUse -> !inUse.equals(release.version()))
                .filter(inUse -> !ReferenceFiles.ISSUED.contains(inUse)
                        || log.announced(release.version()).isPresent());
        return chosen.isPresent() ? new Publication.Kept(chosen.get()) : publishBehind(release, log);
    }

    Publication publish(Reading.Complete release, ReferenceLog log)
            throws IOException, InterruptedException, ExecutionException {
        producer.initTransactions();
        log.readToEnd();
        return publishBehind(release, log);
    }

    private Publication publishBehind(Reading.Complete release, ReferenceLog log)
            throws IOException, InterruptedException, ExecutionException {
        PublishedRows wanted = PublishedRows.of(release.tables(), serdes);
        makeQueues(release.reference());
        Optional<ReferenceRelease> namesake = log.announced(release.version());
        if (namesake.isPresent() && !wanted.are(namesake.get())) {
            return new Publication.VersionTaken(release.version());
        }
        if (isInUse(release.version(), wanted, log)) {
            return new Publication.Unchanged(release.version());
        }
        producer.beginTransaction();
        int changed = writeRows(wanted, log.rows());
        writeMarker(release.version(), wanted);
        producer.commitTransaction();
        return new Publication.Published(release.version(), changed);
    }

    private void makeQueues(Reference reference) throws IOException, InterruptedException, ExecutionException {
        List<Topic<?>> topics = new ArrayList<>();
        reference.unitCodes().forEach(unit -> topics.add(Topics.queue(unit)));
        queues.make(topics);
    }

    private static boolean isInUse(String version, PublishedRows wanted, ReferenceLog log) {
        return log.announced().filter(last -> last.getVersion().equals(version)).isPresent()
                && log.rows().digest().equals(wanted.digest());
    }

    private int writeRows(PublishedRows wanted, PublishedRows present) throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        for (Table<?> table : Table.all()) {
            acknowledgements.addAll(write(table, wanted.rows(table), present.rows(table)));
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
        return acknowledgements.size();
    }

    private List<Future<RecordMetadata>> write(
            Table<?> table, NavigableMap<String, byte[]> wanted, NavigableMap<String, byte[]> present) {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        wanted.forEach((key, row) -> {
            if (!Arrays.equals(row, present.get(key))) {
                acknowledgements.add(send(table.topic(), key, row));
            }
        });
        present.keySet().stream()
                .filter(key -> !wanted.containsKey(key))
                .forEach(key -> acknowledgements.add(send(table.topic(), key, null)));
        return acknowledgements;
    }

    private void writeMarker(String version, PublishedRows rows) throws InterruptedException, ExecutionException {
        ReferenceRelease marker = new ReferenceRelease(version, clock.instant(), rows.counts(), rows.digest());
        Topic<ReferenceRelease> topic = Topics.REFERENCE_RELEASES;
        try (Serializer<ReferenceRelease> serializer = serdes.serializer(topic)) {
            Future<RecordMetadata> acknowledgement = send(topic, version, serializer.serialize(topic.name(), marker));
            producer.flush();
            acknowledgement.get();
        }
    }

    private Future<RecordMetadata> send(Topic<?> topic, String key, byte @Nullable [] value) {
        return producer.send(new ProducerRecord<>(topic.name(), 0, key, value));
    }
}
