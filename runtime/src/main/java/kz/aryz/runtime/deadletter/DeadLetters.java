package kz.aryz.runtime.deadletter;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.schema.Obligation;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of a record that can never be processed its dead letter, and an obligation per addressee. Both are written in
 * the transaction that moves on past the record. An obligation of that kind that fails itself makes no further one: each
 * would fail like the one before it, without end.
 */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** Name in the streams configuration under which Kafka's error handlers find this. */
    public static final String CONFIG = "aryz.dead-letters";

    private static final byte[] NO_VALUE = {};

    private final Topic<byte[]> deadLetters;
    private final DeadLetterDuties duties;
    private final Serializer<Obligation> obligationSerializer;
    private final Set<String> judgedElsewhere;

    /**
     * @param deadLetters where the service keeps its dead letters
     * @param duties who must be told
     * @param obligationSerializer for alerts.obligations
     */
    public DeadLetters(
            Topic<byte[]> deadLetters, DeadLetterDuties duties, Serializer<Obligation> obligationSerializer) {
        this(deadLetters, duties, obligationSerializer, Set.of());
    }

    private DeadLetters(
            Topic<byte[]> deadLetters,
            DeadLetterDuties duties,
            Serializer<Obligation> obligationSerializer,
            Set<String> judgedElsewhere) {
        this.deadLetters = deadLetters;
        this.duties = duties;
        this.obligationSerializer = obligationSerializer;
        this.judgedElsewhere = Set.copyOf(judgedElsewhere);
    }

    /**
     * The same for one more application of the service. Of topics that the first reads as well, that one puts aside what is no
     * record, once: the dead letter of a slower reader would come back after somebody has settled it.
     */
    public DeadLetters beside(Topic<?>... judgedElsewhere) {
        Set<String> names = Stream.of(judgedElsewhere).map(Topic::name).collect(toUnmodifiableSet());
        return new DeadLetters(deadLetters, duties, obligationSerializer, names);
    }

    static DeadLetters from(Map<String, ?> configs) {
        return (DeadLetters) Objects.requireNonNull(configs.get(CONFIG), CONFIG);
    }

    List<ProducerRecord<byte[], byte[]>> of(SourceRecord source, DeadLetterCode code) {
        if (code != DeadLetterCode.PROCESSING_FAILED && judgedElsewhere.contains(source.topic())) {
            return List.of();
        }
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(deadLetter(source, code));
        if (source.tellsOfADeadLetter()) {
            LOG.error("nobody could be told of a dead letter: see {} with 'aryz dead-letters list'", source);
        } else {
            duties.of(source, code).forEach(obligation -> records.add(record(source, obligation)));
        }
        return records;
    }

    private ProducerRecord<byte[], byte[]> deadLetter(SourceRecord source, DeadLetterCode code) {
        byte[] value = source.value() == null ? NO_VALUE : source.value();
        int partition = deadLetters.partition(source.deadLetterKey());
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(deadLetters.name(), partition, bytes(source.deadLetterKey()), value);
        Headers headers = record.headers();
        headers.add(DeadLetterHeaders.CODE, bytes(code.name()));
        headers.add(DeadLetterHeaders.TOPIC, bytes(source.topic()));
        headers.add(DeadLetterHeaders.PARTITION, bytes(Integer.toString(source.partition())));
        headers.add(DeadLetterHeaders.OFFSET, bytes(Long.toString(source.offset())));
        if (source.key() != null) {
            headers.add(DeadLetterHeaders.KEY, source.key());
        }
        return record;
    }

    /** Where the complaint is unknown, the obligation's id stands in its place, here and in all that follows from it. */
    private ProducerRecord<byte[], byte[]> record(SourceRecord source, Obligation obligation) {
        Topic<Obligation> topic = Topics.OBLIGATIONS;
        String id = obligation.getObligationId();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic.name(),
                topic.partition(source.complaintId().orElse(id)),
                obligation.getHeader().getRecordedAt().toEpochMilli(),
                bytes(id),
                obligationSerializer.serialize(topic.name(), obligation));
        record.headers().add(DeadLetterHeaders.TELLS_OF, bytes(source.deadLetterKey()));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
