package kz.aryz.audit;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.access.Verdict;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.DestructionApproved;
import kz.aryz.schema.LegalHold;

/**
 * What people decide about whether a complaint may be destroyed: decided by the rule of access, then on record with all
 * in-sync replicas. Safe for use by several threads.
 */
public final class RecordedDecisions {

    private final String service;
    private final AccessLog log;

    /** @param service where they decide, by its name */
    public RecordedDecisions(String service, AccessLog log) {
        this.service = service;
        this.log = log;
    }

    /**
     * That sections may be destroyed.
     *
     * @param sections their paths
     * @param ground code of why
     * @param reference number of the order or request
     */
    public record Approval(Set<String> sections, String ground, Optional<String> reference) {

        public Approval {
            sections = Set.copyOf(sections);
        }
    }

    /**
     * That nothing of a complaint may be destroyed, or that it may again.
     *
     * @param set whether it is set
     * @param reason code of why
     * @param reference number of the decision
     */
    public record Hold(boolean set, String reason, Optional<String> reference) {}

    public Recording approve(Person person, String complaintId, ComplaintFacts facts, Approval approval)
            throws InterruptedException {
        return decided(person, complaintId, Action.APPROVE_DESTRUCTION, facts, (event, role) -> {
            event.setKind(AccessEventKind.DESTRUCTION_APPROVED);
            event.setDestructionApproved(DestructionApproved.newBuilder()
                    .setSections(approval.sections().stream().sorted().toList())
                    .setGround(approval.ground())
                    .setReference(approval.reference().orElse(null))
                    .setRole(role.code())
                    .setUnits(person.units().stream().sorted().toList())
                    .setBodies(person.bodies().stream().sorted().toList())
                    .setService(service)
                    .build());
        });
    }

    public Recording hold(Person person, String complaintId, ComplaintFacts facts, Hold hold)
            throws InterruptedException {
        return decided(person, complaintId, Action.HOLD, facts, (event, role) -> {
            event.setKind(hold.set() ? AccessEventKind.LEGAL_HOLD_SET : AccessEventKind.LEGAL_HOLD_LIFTED);
            event.setLegalHold(LegalHold.newBuilder()
                    .setReason(hold.reason())
                    .setReference(hold.reference().orElse(null))
                    .setRole(role.code())
                    .setUnits(person.units().stream().sorted().toList())
                    .setBodies(person.bodies().stream().sorted().toList())
                    .setService(service)
                    .build());
        });
    }

    private Recording decided(
            Person person, String complaintId, Action action, ComplaintFacts facts, BiConsumer<AccessEvent, Role> fact)
            throws InterruptedException {
        if (!(Access.decide(person, action, facts) instanceof Verdict.Allowed allowed)) {
            return new Recording.NotThere();
        }
        return log.write(person, complaintId, event -> fact.accept(event, role(allowed)))
                .<Recording>map(Recording.OnRecord::new)
                .orElseGet(Recording.NotOnRecord::new);
    }

    /** What the Commissioner's officers decide is the Commissioner's, whatever else they are. */
    private static Role role(Verdict.Allowed allowed) {
        return allowed.as().contains(Role.COMMISSIONER_OFFICER)
                ? Role.COMMISSIONER_OFFICER
                : allowed.as().getFirst();
    }
}
