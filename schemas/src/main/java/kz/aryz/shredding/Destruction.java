package kz.aryz.shredding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.KeyDestroyed;
import kz.aryz.sealing.rotation.PartitionReading;
import kz.aryz.sealing.rotation.RotationClients;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Principal;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Destroys the data keys of sections, if that is allowed.
 *
 * <p>The record of it and the tombstones are one transaction: there is no destruction without a record, and no record of one
 * that did not happen. Kafka has no conditional write, so before it is committed everything is looked at that lies, committed
 * or not, on the complaint's partitions of {@code audit.accesses} and {@code cases.events} behind what the decision was made
 * from: a legal hold that was set meanwhile, or a class that was raised, ends it. What comes after the record comes after the
 * destruction. A rotation that runs at the same time sees the tombstones and gives up its row, or wrote it before them; either
 * way they have the last word.
 */
final class Destruction {

    private static final int MOST_ROUNDS = 5;

    private final RotationClients clients;
    private final AvroSerdes serdes;
    private final Matters.Terms terms;
    private final Clock clock;

    Destruction(RotationClients clients, AvroSerdes serdes, Matters.Terms terms, Clock clock) {
        this.clients = clients;
        this.serdes = serdes;
        this.terms = terms;
        this.clock = clock;
    }

    /** Decides, and writes nothing. */
    Outcome rehearse(String complaintId, Set<String> sections) {
        try (Consumer<String, byte[]> committed = clients.committed()) {
            ComplaintOnRecord complaint = new ComplaintReading(committed, serdes).read(complaintId, sections);
            return complaint.known() ? outcome(complaint, decide(complaint, sections)) : new Outcome.Unknown();
        }
    }

    /**
     * Does it.
     *
     * @throws org.apache.kafka.common.errors.ProducerFencedException if another destruction was begun
     */
    Outcome run(String complaintId, Set<String> sections) {
        try (Consumer<String, byte[]> committed = clients.committed();
                Consumer<String, byte[]> uncommitted = clients.uncommitted();
                Producer<String, byte[]> producer = clients.producer()) {
            producer.initTransactions();
            ComplaintReading reading = new ComplaintReading(committed, serdes);
            for (int round = 0; round < MOST_ROUNDS; round++) {
                ComplaintOnRecord complaint = reading.read(complaintId, sections);
                if (!complaint.known()) {
                    return new Outcome.Unknown();
                }
                Ruling ruling = decide(complaint, sections);
                if (!(ruling instanceof Ruling.Allowed allowed)
                        || complaint.keysBefore(allowed.before()).isEmpty()) {
                    return outcome(complaint, ruling);
                }
                OptionalLong end = destroy(producer, uncommitted, complaint, sections, allowed);
                if (end.isPresent()) {
                    Set<String> alive =
                            reading.keys(complaintId, sections, end.getAsLong()).keySet();
                    return checked(alive, complaint, allowed);
                }
            }
            return new Outcome.Contended();
        }
    }

    private Ruling decide(ComplaintOnRecord complaint, Set<String> sections) {
        return Shredding.decide(complaint.matters(sections, terms, clock.instant()));
    }

    private static Outcome outcome(ComplaintOnRecord complaint, Ruling ruling) {
        return switch (ruling) {
            case Ruling.Refused refused -> new Outcome.Refused(refused.reasons());
            case Ruling.Allowed allowed -> {
                List<String> now = complaint.keysBefore(allowed.before());
                List<String> later = new ArrayList<>(complaint.keys().keySet());
                later.removeAll(now);
                yield new Outcome.Destroyed(now, later);
            }
        };
    }

    private static Outcome checked(Set<String> alive, ComplaintOnRecord complaint, Ruling.Allowed allowed) {
        List<String> back = new ArrayList<>(complaint.keysBefore(allowed.before()));
        back.retainAll(alive);
        return back.isEmpty() ? outcome(complaint, allowed) : new Outcome.BackAgain(back);
    }

    /** The end of the keys' partition behind the tombstones; empty where nothing was done. */
    private OptionalLong destroy(
            Producer<String, byte[]> producer,
            Consumer<String, byte[]> uncommitted,
            ComplaintOnRecord complaint,
            Set<String> sections,
            Ruling.Allowed allowed) {
        List<String> keyRefs = complaint.keysBefore(allowed.before());
        DestructionNote note = new DestructionNote(clock.instant(), allowed.ground(), List.copyOf(allowed.bodies()));
        producer.beginTransaction();
        RecordMetadata record = await(producer.send(record(complaint, sections, allowed, keyRefs)));
        OptionalLong last = keyRefs.stream()
                .map(keyRef -> producer.send(tombstone(complaint.complaintId(), keyRef, note)))
                .toList()
                .stream()
                .map(Destruction::await)
                .mapToLong(RecordMetadata::offset)
                .max();
        complaint.putAside().stream()
                .filter(letter -> keyRefs.contains(letter.keyRef()))
                .map(letter -> producer.send(letter.settlement()))
                .toList()
                .forEach(Destruction::await);
        if (somebodyElseWrote(uncommitted, complaint, record)) {
            producer.abortTransaction();
            return OptionalLong.empty();
        }
        producer.commitTransaction();
        return OptionalLong.of(last.orElseThrow() + 1);
    }

    /** @param record where the record of the destruction lies */
    private static boolean somebodyElseWrote(
            Consumer<String, byte[]> uncommitted, ComplaintOnRecord complaint, RecordMetadata record) {
        AtomicBoolean wrote = new AtomicBoolean();
        complaint.ends().forEach((partition, end) -> {
            uncommitted.assign(List.of(partition));
            uncommitted.seek(partition, end);
            new PartitionReading(uncommitted, partition).toEnd(message -> {
                boolean later = partition.topic().equals(record.topic()) && message.offset() >= record.offset();
                if (!later && complaint.complaintId().equals(message.key())) {
                    wrote.set(true);
                }
            });
        });
        return wrote.get();
    }

    private ProducerRecord<String, byte[]> record(
            ComplaintOnRecord complaint, Set<String> sections, Ruling.Allowed allowed, List<String> keyRefs) {
        Instant now = clock.instant();
        String complaintId = complaint.complaintId();
        AccessEvent event = AccessEvent.newBuilder()
                .setKind(AccessEventKind.KEY_DESTROYED)
                .setHeader(EventHeader.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setComplaintId(complaintId)
                        .setOccurredAt(now)
                        .setRecordedAt(now)
                        .setActorRef(Principal.SHREDDER.name())
                        .build())
                .setKeyDestroyed(KeyDestroyed.newBuilder()
                        .setSections(sections.stream().sorted().toList())
                        .setKeyRefs(keyRefs)
                        .setApprovals(allowed.approvals())
                        .setLegalHoldCheckHash(complaint.digest())
                        .setAllegationClass(complaint.allegationClass())
                        .build())
                .build();
        try (Serializer<AccessEvent> serializer = serdes.serializer(Topics.ACCESSES)) {
            return new ProducerRecord<>(
                    Topics.ACCESSES.name(),
                    Topics.ACCESSES.partition(complaintId),
                    complaintId,
                    serializer.serialize(Topics.ACCESSES.name(), event));
        }
    }

    private static ProducerRecord<String, byte[]> tombstone(String complaintId, String keyRef, DestructionNote note) {
        return new ProducerRecord<>(
                Topics.KEYS.name(), Topics.KEYS.partition(complaintId), keyRef, null, note.headers());
    }

    private static RecordMetadata await(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("The destruction could not be written", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
