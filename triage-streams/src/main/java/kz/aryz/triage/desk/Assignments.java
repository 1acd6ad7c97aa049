package kz.aryz.triage.desk;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.aryz.access.Person;
import kz.aryz.access.StaffPersons;
import kz.aryz.id.DeterministicId;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.schema.Assign;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CaseCommandKind;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.triage.assignment.Affiliation;
import kz.aryz.triage.assignment.Assigning;
import kz.aryz.triage.assignment.Holding;
import kz.aryz.triage.staff.Member;

/**
 * Who may be given a unit's complaints, and giving them. It refuses beforehand what the topology would refuse, so that what is not
 * there for somebody leads to no record either; the topology decides again, by what is so when the command's turn comes.
 */
final class Assignments {

    private static final String TEXTS = "kz.aryz.triage.desk.desk-problems";

    /** Where nobody signs in there is nobody to give anything to. */
    static final ProblemType NOBODY_SIGNS_IN = new ProblemType("nobody-signs-in", 409, TEXTS);

    private static final ProblemType NOT_OF_UNIT = new ProblemType("not-of-unit", 409, TEXTS);

    private final DeskQueues queues;
    private final QueueSight sight;
    private final Staffing staffing;
    private final Clock clock;

    Assignments(DeskQueues queues, QueueSight sight, Staffing staffing, Clock clock) {
        this.queues = queues;
        this.sight = sight;
        this.staffing = staffing;
        this.clock = clock;
    }

    /** Whether the caller gives the unit's complaints to its people. */
    boolean areOfferedTo(Caller caller, String unit) {
        return caller.person()
                .filter(person -> Assigning.isThereFor(person, unit, Holding.ofNobody(unit), sight.affiliation()))
                .isPresent();
    }

    /**
     * The people of the unit who can be given complaints, by name.
     *
     * @throws ProblemException for a unit whose complaints the caller does not give to anybody
     */
    List<Member> staff(Caller caller, String unit) {
        person(caller);
        if (!areOfferedTo(caller, unit)) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        Affiliation affiliation = sight.affiliation();
        return staffing.roster().members().stream()
                .filter(member -> Assigning.worksIn(unit, member.person(), affiliation))
                .sorted(Comparator.comparing(Member::name).thenComparing(Member::pseudonym))
                .toList();
    }

    /** What somebody who works on a complaint is called; empty for who is not known any more. */
    Optional<String> name(String pseudonym) {
        return staffing.roster().find(pseudonym).map(Member::name);
    }

    /**
     * Has a complaint given to somebody, and says what triage answered; empty where nobody knows what it did or will do: the
     * order is to be repeated under the same key.
     *
     * @throws ProblemException if the complaint is not there for the caller, or nobody is known by that pseudonym
     */
    Optional<CommandOutcome> give(Caller caller, Order order) throws InterruptedException {
        Person person = person(caller);
        if (!areOfferedTo(caller, order.unit())) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        Holding holding = holding(order.complaintId());
        if (!Assigning.isThereFor(person, order.unit(), holding, sight.affiliation())) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        Member assignee = staffing.roster().find(order.assignee()).orElseThrow(() -> ProblemException.of(NOT_OF_UNIT));
        return staffing.commands().ask(command(person, order, holding, assignee));
    }

    private static Person person(Caller caller) {
        return caller.person().orElseThrow(() -> ProblemException.of(NOBODY_SIGNS_IN));
    }

    private Holding holding(String complaintId) {
        return queues
                .find(complaintId)
                .orElseThrow(() -> ProblemException.retryAfter(ProblemType.UNAVAILABLE, QueueApi.PAUSE))
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }

    private CaseCommand command(Person actor, Order order, Holding holding, Member assignee) {
        Assign assign = Assign.newBuilder()
                .setUnit(order.unit())
                .setAssignee(StaffPersons.record(assignee.person()))
                .setReasonCode(order.reasonCode().orElse(null))
                .build();
        return CaseCommand.newBuilder()
                .setKind(CaseCommandKind.ASSIGN)
                .setCommandId(commandId(actor, order))
                .setComplaintId(order.complaintId())
                .setExpectedSeq(order.expectedSeq().orElse(holding.seq()))
                .setAt(clock.instant())
                .setActor(StaffPersons.record(actor))
                .setAssign(assign)
                .build();
    }

    private static String commandId(Person actor, Order order) {
        return DeterministicId.of(
                CaseCommandKind.ASSIGN.name(),
                actor.pseudonym(),
                order.complaintId(),
                order.unit(),
                order.assignee(),
                order.reasonCode().orElse(""),
                order.key());
    }

    /** The problem that a refusal is to whoever asked. */
    static ProblemType problem(String reason) {
        return switch (reason) {
            case "NOT_THERE" -> ProblemType.NOT_FOUND;
            case "NOT_OF_UNIT" -> NOT_OF_UNIT;
            case "ALREADY_THEIRS" -> new ProblemType("already-theirs", 409, TEXTS);
            default -> new ProblemType("changed", 409, TEXTS);
        };
    }
}
