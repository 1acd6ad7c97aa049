package kz.aryz.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import kz.aryz.access.Person;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.IdentityReleased;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.SectionOpened;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.SealedSection;
import kz.aryz.sealing.Sealer;
import kz.aryz.sealing.Section;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes {@code audit.accesses} and waits until all in-sync replicas have it. A note is sealed for the Commissioner before
 * it leaves this process.
 */
public final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    /** Somebody waits before a page. */
    private static final Duration WITHIN = Duration.ofSeconds(8);

    private final Producer<String, AccessEvent> accesses;
    private final Producer<String, WrappedKey> keys;
    private final Sealer sealer;
    private final Clock clock;

    /**
     * @param accesses acknowledged by all in-sync replicas, and gives up while somebody still waits
     * @param keys likewise; writes the wrapped keys of notes
     */
    public AccessLog(
            Producer<String, AccessEvent> accesses, Producer<String, WrappedKey> keys, Sealer sealer, Clock clock) {
        this.accesses = accesses;
        this.keys = keys;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Puts an opening on record.
     *
     * @param opened without the note
     * @return whether it is known to stand there; where it is not, it may stand there all the same
     */
    boolean write(Person person, String complaintId, SectionOpened opened, Optional<String> note)
            throws InterruptedException {
        return written(person, complaintId, note, opened::setNote, event -> {
                    event.setKind(AccessEventKind.OPENED);
                    event.setOpened(opened);
                })
                .isPresent();
    }

    /**
     * Puts on record that somebody lets a unit read the identity.
     *
     * @param released without the note
     * @return whether it is known to stand there; where it is not, it may stand there all the same
     */
    boolean write(Person person, String complaintId, IdentityReleased released, Optional<String> note)
            throws InterruptedException {
        return written(person, complaintId, note, released::setNote, event -> {
                    event.setKind(AccessEventKind.RELEASED);
                    event.setReleased(released);
                })
                .isPresent();
    }

    /**
     * Puts on record what somebody decided about a complaint.
     *
     * @param fact says of the record what it was
     * @return id of the record, where it is known to stand there; where it is not, it may stand there all the same
     */
    Optional<String> write(Person person, String complaintId, Consumer<AccessEvent> fact) throws InterruptedException {
        return written(person, complaintId, Optional.empty(), ignored -> {}, fact);
    }

    private Optional<String> written(
            Person person,
            String complaintId,
            Optional<String> note,
            Consumer<Sealed> sealedNote,
            Consumer<AccessEvent> fact)
            throws InterruptedException {
        Instant patience = clock.instant().plus(WITHIN);
        try {
            if (note.isPresent()) {
                sealedNote.accept(sealed(complaintId, note.get(), patience));
            }
            AccessEvent event = AccessEvent.newBuilder()
                    .setHeader(header(person, complaintId))
                    .build();
            fact.accept(event);
            send(accesses, Topics.ACCESSES.record(complaintId, complaintId, event), patience);
            return Optional.of(event.getHeader().getEventId());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.error(
                    "what somebody wanted with a complaint could not be put on record, and was not done{}",
                    advice(e),
                    e);
            return Optional.empty();
        }
    }

    /** Of several records sent as one batch the broker says no more of what is wrong with each than that something is. */
    private static String advice(Exception e) {
        return e.getCause() instanceof InvalidTimestampException || e.getCause() instanceof InvalidRecordException
                ? ": by the broker's clock its time is not now. Set the clocks of this machine and of the brokers: they may"
                        + " not be an hour apart"
                : "";
    }

    /** Somebody who is of several bodies acts for none of them alone. */
    private EventHeader header(Person person, String complaintId) {
        Instant now = clock.instant();
        return EventHeader.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setComplaintId(complaintId)
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setActorRef(person.pseudonym())
                .setActorBody(
                        person.bodies().size() == 1 ? person.bodies().iterator().next() : "")
                .build();
    }

    /** The key first: a note without its key could not be opened, a key without a note is harmless. */
    private Sealed sealed(String complaintId, String note, Instant patience)
            throws ExecutionException, InterruptedException, TimeoutException {
        NoteSection content = NoteSection.newBuilder().setText(note).build();
        SealedSection section = sealer.seal(complaintId, Section.NOTE, content, Set.of(Recipient.COMMISSIONER));
        WrappedKey key = section.key();
        send(keys, Topics.KEYS.record(complaintId, KeyReference.of(key), key), patience);
        return section.sealed();
    }

    private <V> void send(Producer<String, V> producer, ProducerRecord<String, V> record, Instant patience)
            throws ExecutionException, InterruptedException, TimeoutException {
        long millis = Math.max(0, Duration.between(clock.instant(), patience).toMillis());
        producer.send(record).get(millis, TimeUnit.MILLISECONDS);
    }
}
