package kz.aryz.notifier.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kz.aryz.access.Person;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.schema.Acknowledgement;
import kz.aryz.schema.AcknowledgementKind;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.SealedSection;
import kz.aryz.sealing.Sealer;
import kz.aryz.sealing.Section;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes that a person knows. A note is sealed for the Commissioner before it leaves this process. */
final class Confirmations {

    /** Stands for whoever is at the inbox where nobody signs in. */
    private static final String SOMEBODY = "inbox";

    private static final Duration SEEN_WITHIN = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Inbox inbox;
    private final Producer<String, Acknowledgement> acknowledgements;
    private final Producer<String, WrappedKey> keys;
    private final Sealer sealer;
    private final Clock clock;

    Confirmations(
            Inbox inbox,
            Producer<String, Acknowledgement> acknowledgements,
            Producer<String, WrappedKey> keys,
            Sealer sealer,
            Clock clock) {
        this.inbox = inbox;
        this.acknowledgements = acknowledgements;
        this.keys = keys;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Confirms, and says how the alert stands then. Repeating it changes nothing; a further note is kept all the same.
     *
     * @throws KafkaException if nobody knows whether it was written: to be repeated
     */
    Lookup confirm(Caller caller, String obligationId, Optional<String> note) throws InterruptedException {
        return switch (inbox.find(obligationId)) {
            case Lookup.Found found -> confirm(caller, found, note);
            case Lookup.Unknown unknown -> unknown;
            case Lookup.Unanswered unanswered -> unanswered;
        };
    }

    private Lookup confirm(Caller caller, Lookup.Found found, Optional<String> note) throws InterruptedException {
        if (found.alert().state() == AlertState.ACKNOWLEDGED && note.isEmpty()) {
            return found;
        }
        write(found.alert(), caller.person().map(Person::pseudonym).orElse(SOMEBODY), note.orElse(null));
        return seen(found);
    }

    private void write(AlertEntry alert, String actor, @Nullable String note) throws InterruptedException {
        String about = alert.complaintId() == null ? alert.obligationId() : alert.complaintId();
        Sealed sealed = note == null ? null : sealed(about, note);
        Acknowledgement acknowledgement = Acknowledgement.newBuilder()
                .setKind(AcknowledgementKind.ACKNOWLEDGED)
                .setObligationId(alert.obligationId())
                .setComplaintId(alert.complaintId())
                .setActorRef(actor)
                .setAt(clock.instant())
                .setNote(sealed)
                .build();
        send(acknowledgements, Topics.ACKNOWLEDGEMENTS.record(about, alert.obligationId(), acknowledgement));
    }

    /** The key first: a note without its key could not be opened, a key without a note is harmless. */
    private Sealed sealed(String about, String note) throws InterruptedException {
        NoteSection content = NoteSection.newBuilder().setText(note).build();
        SealedSection section = sealer.seal(about, Section.NOTE, content, Set.of(Recipient.COMMISSIONER));
        WrappedKey key = section.key();
        send(keys, Topics.KEYS.record(about, KeyReference.of(key), key));
        return section.sealed();
    }

    private static <V> void send(Producer<String, V> producer, ProducerRecord<String, V> record)
            throws InterruptedException {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new KafkaException("a confirmation was not acknowledged", e.getCause());
        }
    }

    /** Waits a moment until the ledger knows, so that whoever looks next sees it. */
    private Lookup seen(Lookup.Found before) throws InterruptedException {
        Instant patience = clock.instant().plus(SEEN_WITHIN);
        String id = before.alert().obligationId();
        while (clock.instant().isBefore(patience)) {
            if (inbox.find(id) instanceof Lookup.Found now && now.alert().state() == AlertState.ACKNOWLEDGED) {
                return now;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return before;
    }
}
