package kz.aryz.dossier.destruction;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.dossier.Places;
import kz.aryz.dossier.Stretch;
import kz.aryz.dossier.Trail;
import kz.aryz.reference.Reference;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AllegationClass;
import kz.aryz.shredding.Standing;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.KafkaException;

/**
 * How a complaint stands before a destruction, as far as the latest records about it tell. Of bodies that it excluded once and
 * does so no longer nothing is known here.
 */
public final class OnRecord {

    private final Places places;
    private final PlacedRecords records;
    private final Supplier<Optional<Reference>> reference;
    private final Clock clock;

    /** @param reference for what the law of the day says; may be empty */
    public OnRecord(Places places, PlacedRecords records, Supplier<Optional<Reference>> reference, Clock clock) {
        this.places = places;
        this.records = records;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param all whether all that is on record was, and not the latest alone
     */
    record Read(Standing standing, boolean all) {}

    /** Empty where that cannot be read now. */
    Optional<Read> of(Dossier dossier) {
        try {
            return places.stretch(dossier.complaintId(), Trail.ACCESSES, Optional.empty())
                    .flatMap(stretch -> standing(dossier, stretch).map(known -> new Read(known, !stretch.more())));
        } catch (KafkaException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Standing> standing(Dossier dossier, Stretch stretch) {
        List<AccessEvent> events = List.copyOf(records.read(Topics.ACCESSES, dossier.complaintId(), stretch.places())
                .values());
        return reference
                .get()
                .flatMap(release -> Standing.of(
                        events,
                        facts(dossier),
                        AllegationClass.valueOf(dossier.allegationClass()),
                        release,
                        clock.instant()));
    }

    /** That consent keeps something from the unit that has it is in nobody's way. */
    private static ComplaintFacts facts(Dossier dossier) {
        Optional<Dossier.Owner> owner = Optional.ofNullable(dossier.owner());
        return new ComplaintFacts(
                owner.map(Dossier.Owner::unit).orElse(""),
                Optional.empty(),
                owner.map(Dossier.Owner::excludedBodies).orElse(Set.of()),
                !dossier.isWithUnit());
    }
}
