package kz.aryz.shredding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.reference.Reference;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AllegationClass;
import kz.aryz.sealing.Section;

/**
 * How a complaint stands before a destruction, by the rule that destroys, for those who decide about it. It permits nothing:
 * {@code aryz shred} reads all of the record anew.
 *
 * @param holds those that stand: the latest of each role that has one
 * @param approvals those of people who may approve it as it stands, in the order of the record
 * @param missing why a section could not be destroyed now, by its path; nothing where it could
 */
public record Standing(List<HoldChange> holds, List<Approval> approvals, Map<String, List<Refusal>> missing) {

    public Standing {
        holds = List.copyOf(holds);
        approvals = List.copyOf(approvals);
        missing = Map.copyOf(missing);
    }

    /**
     * As it stands at that time.
     *
     * @param events what is on record about the complaint, in the order of the record
     * @return empty where the release says nothing about destruction
     */
    public static Optional<Standing> of(
            List<AccessEvent> events,
            ComplaintFacts facts,
            AllegationClass allegationClass,
            Reference reference,
            Instant now) {
        DestructionHistory history = new DestructionHistory();
        events.forEach(event -> history.take(event.getHeader().getRecordedAt().toEpochMilli(), event));
        return Matters.Terms.of(reference, now)
                .map(terms -> of(section -> new Matters(
                        history.isComplete(),
                        facts,
                        allegationClass,
                        history.holds(),
                        history.approvals(),
                        Set.of(section),
                        terms,
                        now)));
    }

    private static Standing of(Function<String, Matters> matters) {
        Matters any = matters.apply(Section.IDENTITY.path());
        return new Standing(
                Shredding.holds(any),
                Shredding.approvals(any).toList(),
                Section.pathsOfComplaints().stream()
                        .collect(Collectors.toMap(section -> section, section -> missing(matters.apply(section)))));
    }

    private static List<Refusal> missing(Matters matters) {
        return switch (Shredding.decide(matters)) {
            case Ruling.Allowed ignored -> List.of();
            case Ruling.Refused refused -> refused.reasons();
        };
    }
}
