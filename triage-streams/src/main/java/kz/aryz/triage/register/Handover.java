package kz.aryz.triage.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kz.aryz.reference.Reference;
import kz.aryz.schema.Assign;
import kz.aryz.schema.Assigned;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.InvestigatorUnit;

/**
 * What follows from an assignment that was decided.
 *
 * @param event the complaint's next event
 * @param file what is kept of the complaint from now on
 */
public record Handover(CaseEvent event, CaseFile file) {

    /** The prosecutor who is in charge says who takes a report on. */
    private static final String DISTRIBUTION_OF_WORK = "CPC-193";

    /** Enters the command, which was accepted, behind what is known. */
    public static Handover of(CaseFile known, CaseCommand command, Reference reference, Instant at) {
        Assign assign = command.getAssign();
        CaseChain chain = new CaseChain(
                known,
                command.getCommandId(),
                Provenance.of(known, command, body(known.getUnit(), reference, Reference.day(at)), reference, at));
        CaseEvent event = chain.append(
                CaseEventKind.ASSIGNED, DISTRIBUTION_OF_WORK, fact -> fact.setAssigned(assigned(known, assign)));
        CaseFile file = CaseFile.newBuilder(known)
                .setLastSeq(chain.seq())
                .setLastEventId(chain.lastEventId())
                .setLastHash(Objects.requireNonNull(chain.lastHash()))
                .setAssignee(assign.getAssignee().getPseudonym())
                .build();
        return new Handover(event, file);
    }

    private static Assigned assigned(CaseFile known, Assign assign) {
        return Assigned.newBuilder()
                .setAssignee(assign.getAssignee().getPseudonym())
                .setUnit(known.getUnit())
                .setPreviousAssignee(known.getAssignee())
                .setReasonCode(assign.getReasonCode())
                .build();
    }

    private static String body(String unit, Reference reference, LocalDate today) {
        Optional<InvestigatorUnit> present = reference.unit(unit, today);
        return present.map(InvestigatorUnit::getBodyCode).orElse("");
    }
}
