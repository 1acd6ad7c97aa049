package kz.aryz.dossier.opening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.access.Verdict;
import kz.aryz.audit.Reading;
import kz.aryz.audit.RecordedOpenings;
import kz.aryz.audit.SealedPart;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.KeyPlace;
import kz.aryz.dossier.Lookup;
import kz.aryz.dossier.Place;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.dossier.Places;
import kz.aryz.dossier.Stretch;
import kz.aryz.dossier.Trail;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeysUnavailableException;
import kz.aryz.sealing.Section;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Complaints as people find them at a service. What is sealed is read from the log when somebody opens it, with the key of that
 * service, and kept nowhere: it needs nobody but the broker and this service.
 */
final class Complaints {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Readership readership;
    private final Places places;
    private final PlacedRecords records;
    private final RecordedOpenings openings;

    Complaints(Readership readership, Places places, PlacedRecords records, RecordedOpenings openings) {
        this.readership = readership;
        this.places = places;
        this.records = records;
        this.openings = openings;
    }

    /**
     * What is known in clear.
     *
     * @throws ProblemException where the caller may not know of such a complaint, or nobody can tell now
     */
    Dossier find(Caller caller, String complaintId) {
        Optional<Readership.Reader> reader = caller.person().map(readership::reader);
        Dossier dossier = find(complaintId);
        if (reader.isPresent() && !isThereFor(reader.get(), dossier)) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return dossier;
    }

    /** Whether the caller, for whom the complaint is there, may read that section, once it is on record. */
    boolean mayOpen(Caller caller, Dossier dossier, Section<?> section) {
        return caller.person()
                .map(readership::reader)
                .flatMap(reader -> openings.permit(reader.person(), dossier.subject(), section))
                .isPresent();
    }

    /** Whether the caller, for whom the complaint is there, may read who is concerned in an emergency, and not otherwise. */
    boolean mayBreakGlass(Caller caller, Dossier dossier) {
        return caller.person()
                .map(readership::reader)
                .flatMap(reader -> openings.breakGlass(reader.person(), dossier.subject(), dossier.told()))
                .isPresent();
    }

    /**
     * Who opened something of it, as much as is read at once; empty while that cannot be read.
     *
     * @param before what is before that place; empty for the latest
     */
    Optional<History> history(Dossier dossier, Optional<Place> before) {
        try {
            return places.stretch(dossier.complaintId(), Trail.ACCESSES, before)
                    .map(stretch -> new History(events(dossier, stretch), before, stretch.next()));
        } catch (KafkaException unreadable) {
            return Optional.empty();
        }
    }

    /** The latest first. */
    private List<AccessEvent> events(Dossier dossier, Stretch stretch) {
        Map<Long, AccessEvent> events = records.read(Topics.ACCESSES, dossier.complaintId(), stretch.places());
        return new ArrayList<>(events.values()).reversed();
    }

    /**
     * Opens a section.
     *
     * @throws ProblemException where the caller may not, or there is nothing, which is the same; where it cannot be read, or
     *     cannot be put on record
     */
    Opened open(Caller caller, String complaintId, OpeningRequest request) throws InterruptedException {
        Person person = caller.person().orElseThrow(() -> ProblemException.of(OpeningRequest.NOBODY));
        Dossier dossier = find(caller, complaintId);
        Person known = readership.reader(person).person();
        return new Opened(dossier, opened(known, dossier, request));
    }

    /** A complaint as it was known in clear, and what of it was opened. */
    record Opened(Dossier dossier, OpenedSection section) {}

    /** What somebody may read anyway is no emergency. */
    private OpenedSection opened(Person person, Dossier dossier, OpeningRequest request) throws InterruptedException {
        Optional<RecordedOpenings.Permit<IdentitySection>> emergency = request.isEmergency()
                ? openings.breakGlass(person, dossier.subject(), dossier.told())
                : Optional.empty();
        return emergency.isPresent()
                ? opened(emergency.get(), dossier, Section.IDENTITY, request)
                : opened(person, dossier, request.section(), request);
    }

    private <T extends SpecificRecord> OpenedSection opened(
            Person person, Dossier dossier, Section<T> section, OpeningRequest request) throws InterruptedException {
        RecordedOpenings.Permit<T> permit = openings.permit(person, dossier.subject(), section)
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
        return opened(permit, dossier, section, request);
    }

    private <T extends SpecificRecord> OpenedSection opened(
            RecordedOpenings.Permit<T> permit, Dossier dossier, Section<T> section, OpeningRequest request)
            throws InterruptedException {
        Stretch stretch = places.stretch(dossier.complaintId(), trail(section), request.before())
                .orElseThrow(Complaints::nothingOpened);
        List<SentPart> sent = sent(dossier, section, stretch);
        Map<String, KeyPlace> keys = keys(dossier, sent);
        List<SealedPart> parts = sealed(dossier, sent, keys);
        return switch (reading(permit, parts, request)) {
            case Reading.Opened<T> opened ->
                new OpenedSection(
                        dossier.complaintId(),
                        dossier.complaintNumber(),
                        section.path(),
                        IntStream.range(0, sent.size())
                                .mapToObj(index -> OpenedPart.of(
                                        sent.get(index), opened.parts().get(index), destroyed(sent.get(index), keys)))
                                .toList(),
                        stretch.next().map(Place::encode).orElse(null));
            case Reading.NotOnRecord<T> ignored -> throw nothingOpened();
        };
    }

    private static Dossier.@Nullable Destroyed destroyed(SentPart part, Map<String, KeyPlace> keys) {
        KeyPlace key = keys.get(part.sealed().getKeyRef());
        return key == null ? null : key.destroyed();
    }

    private static <T extends SpecificRecord> Reading<T> reading(
            RecordedOpenings.Permit<T> permit, List<SealedPart> parts, OpeningRequest request)
            throws InterruptedException {
        try {
            return permit.open(parts, request.reason());
        } catch (KeysUnavailableException unreadable) {
            throw nothingOpened();
        }
    }

    private Dossier find(String complaintId) {
        return switch (readership.find(complaintId)) {
            case Lookup.Found found -> found.dossier();
            case Lookup.Unknown ignored -> throw ProblemException.of(ProblemType.NOT_FOUND);
            case Lookup.Unanswered ignored -> throw ProblemException.retryAfter(ProblemType.UNAVAILABLE, PAUSE);
        };
    }

    private static boolean isThereFor(Readership.Reader reader, Dossier dossier) {
        return reader.sees().test(dossier)
                && Access.decide(
                                reader.person(),
                                Action.SEE_ITEM,
                                dossier.subject().facts())
                        instanceof Verdict.Allowed;
    }

    /** The records that may have a part of the section. */
    private static Trail trail(Section<?> section) {
        return section.equals(Section.NOTE) ? Trail.ACCESSES : Trail.SUBMISSIONS;
    }

    private List<SentPart> sent(Dossier dossier, Section<?> section, Stretch stretch) {
        if (section.equals(Section.NOTE)) {
            return read(Topics.ACCESSES, dossier, stretch.places()).values().stream()
                    .flatMap(SentPart::noteOf)
                    .toList();
        }
        return read(Topics.SUBMISSIONS, dossier, stretch.places()).values().stream()
                .flatMap(submission -> SentPart.of(submission, section))
                .toList();
    }

    /** What is known of their data keys, by reference. */
    private Map<String, KeyPlace> keys(Dossier dossier, List<SentPart> sent) {
        List<String> keyRefs =
                sent.stream().map(part -> part.sealed().getKeyRef()).toList();
        return places.keys(dossier.complaintId(), keyRefs).orElseThrow(Complaints::nothingOpened);
    }

    private List<SealedPart> sealed(Dossier dossier, List<SentPart> sent, Map<String, KeyPlace> keys) {
        List<Long> offsets = sent.stream()
                .flatMap(part -> offset(part.sealed(), keys).stream())
                .toList();
        Map<Long, WrappedKey> rows = read(Topics.KEYS, dossier, offsets);
        return sent.stream()
                .map(part -> new SealedPart(
                        part.sealed(),
                        offset(part.sealed(), keys).map(rows::get).orElse(null)))
                .toList();
    }

    /** Where its data key lies; empty where none is. */
    private static Optional<Long> offset(Sealed sealed, Map<String, KeyPlace> keys) {
        return Optional.ofNullable(keys.get(sealed.getKeyRef())).map(KeyPlace::offset);
    }

    private <V> Map<Long, V> read(Topic<V> topic, Dossier dossier, Collection<Long> places) {
        try {
            return records.read(topic, dossier.complaintId(), places);
        } catch (KafkaException unreadable) {
            throw nothingOpened();
        }
    }

    private static ProblemException nothingOpened() {
        return ProblemException.retryAfter(OpeningRequest.NOTHING_OPENED, PAUSE);
    }
}
