package kz.aryz.triage.desk;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.audit.AccessLog;
import kz.aryz.audit.EmergencyAlarm;
import kz.aryz.audit.RecordedDecisions;
import kz.aryz.audit.RecordedOpenings;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.KeyPlace;
import kz.aryz.dossier.Lookup;
import kz.aryz.dossier.Place;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.dossier.Places;
import kz.aryz.dossier.Stretch;
import kz.aryz.dossier.Trail;
import kz.aryz.dossier.destruction.Candidates;
import kz.aryz.dossier.destruction.Destructions;
import kz.aryz.dossier.opening.Annex;
import kz.aryz.dossier.opening.Office;
import kz.aryz.dossier.opening.Openings;
import kz.aryz.dossier.opening.Readership;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.signin.StepUp;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The dossiers of complaints that lie in queues, and what people do with complaints. Nothing that is sealed is there. */
record HeldDossiers(List<Held.Lying> complaints) implements Places {

    Lookup find(String complaintId) {
        return complaints.stream()
                .filter(lying -> lying.complaintId().equals(complaintId))
                .findFirst()
                .<Lookup>map(lying -> new Lookup.Found(dossier(lying)))
                .orElseGet(Lookup.Unknown::new);
    }

    @Override
    public Optional<Stretch> stretch(String complaintId, Trail trail, Optional<Place> before) {
        return Optional.of(new Stretch(List.of(), false));
    }

    @Override
    public Optional<Map<String, KeyPlace>> keys(String complaintId, Collection<String> keyRefs) {
        return Optional.of(Map.of());
    }

    Openings openings(
            Readership readership, Supplier<Optional<Reference>> reference, Keysets keysets, Annex annex, Clock clock) {
        EmergencyAlarm alarm = new EmergencyAlarm(producer(Topics.OBLIGATIONS), clock);
        return new Openings(
                Office.UNITS,
                readership,
                this,
                new PlacedRecords(() -> new MockConsumer<>("earliest"), AvroSerdes.inMemory(), clock),
                new RecordedOpenings("triage-streams", keysets.opener(Recipient.TRIAGE), log(keysets, clock), alarm),
                reference,
                List.of(annex));
    }

    Destructions destructions(Candidates candidates, Keysets keysets, StepUp stepUp, Clock clock) {
        return new Destructions(
                Office.UNITS,
                new RecordedDecisions("triage-streams", log(keysets, clock)),
                candidates,
                Optional.empty(),
                Optional::empty,
                stepUp);
    }

    private static AccessLog log(Keysets keysets, Clock clock) {
        return new AccessLog(producer(Topics.ACCESSES), producer(Topics.KEYS), keysets.sealer(clock), clock);
    }

    private static <V> Producer<String, V> producer(Topic<V> topic) {
        return new MockProducer<>(
                true, null, new StringSerializer(), AvroSerdes.inMemory().serializer(topic));
    }

    private static Dossier dossier(Held.Lying lying) {
        QueueEntry entry = lying.entry();
        Dossier.Owner owner = new Dossier.Owner(
                lying.holding().unit(),
                lying.holding().unit(),
                lying.holding().excludedBodies(),
                null,
                null,
                lying.holding().assignee(),
                entry.receivedAt(),
                null);
        return new Dossier(
                lying.complaintId(),
                entry.complaintNumber(),
                entry.receivedAt(),
                "WEB_FORM",
                "ru",
                ConsentValue.GIVEN,
                "A",
                Priority.P1,
                owner,
                null,
                lying.holding().seq(),
                true,
                false,
                Map.of());
    }
}
