package kz.aryz.triage.disposition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.deadletter.Fault;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Priority;
import kz.aryz.triage.admission.Admitted;
import kz.aryz.triage.classification.Allegation;
import kz.aryz.triage.classification.Classification;
import kz.aryz.triage.decision.Decision;
import kz.aryz.triage.decision.Decisions;
import kz.aryz.triage.queue.QueueTopics;
import kz.aryz.triage.routing.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a complaint. What cannot be opened, classified or given to its unit is never left lying: it is
 * handled as torture, held for the Commissioner, or both, and somebody is told.
 */
public final class Dispositions {

    private static final Logger LOG = LoggerFactory.getLogger(Dispositions.class);

    private static final String COMMISSIONER = "COMMISSIONER";
    private static final String UNOPENABLE = "UNOPENABLE";
    private static final String UNDECIDABLE = "UNDECIDABLE";
    private static final String NO_QUEUE = "NO-QUEUE";

    private final Classification classification;
    private final QueueTopics queues;

    /** @param queues which units have a queue to write to */
    public Dispositions(Classification classification, QueueTopics queues) {
        this.classification = classification;
        this.queues = queues;
    }

    /** Which units have a queue to write to. */
    public QueueTopics queues() {
        return queues;
    }

    public Disposition decide(OpenedComplaint opened) {
        return switch (opened) {
            case OpenedComplaint.Open open -> open.complaint().again() ? onAccountAgain(open) : onAccount(open);
            case OpenedComplaint.Shut shut -> hold(shut);
        };
    }

    /** What a decision fails on stays as it was decided before. */
    private Disposition onAccountAgain(OpenedComplaint.Open opened) {
        try {
            return onAccount(opened);
        } catch (RuntimeException e) {
            if (Fault.of(e) != Fault.OF_THE_RECORD) {
                throw e;
            }
            LOG.error(
                    "an account can be opened by now, and a decision about it fails ({}): the complaint stays held",
                    e.getClass().getSimpleName());
            return hold(new OpenedComplaint.Shut(opened.complaint(), UNDECIDABLE));
        }
    }

    private Disposition onAccount(OpenedComplaint.Open opened) {
        Admitted complaint = opened.complaint();
        Decision decision = new Decisions(complaint.reference(), classification)
                .decide(
                        opened.account(),
                        complaint.received().getTransmitToProsecutor(),
                        complaint.received().getReceivedAt(),
                        complaint.at());
        boolean reachable = queues.exists(decision.route().unit());
        return new Disposition(
                complaint,
                Optional.empty(),
                decision.circumstances().profile().code(),
                assessment(decision),
                reachable ? assignment(decision) : assignmentWithoutQueue(decision),
                duties(decision, reachable));
    }

    private static Assessment assessment(Decision decision) {
        Allegation allegation = decision.allegation();
        return new Assessment(
                allegation.allegationClass(),
                decision.prioritised().priority(),
                allegation.primaryType(),
                allegation.types(),
                joined(allegation.rules(), decision.prioritised().rules()));
    }

    private static Assignment assignment(Decision decision) {
        Route route = decision.route();
        return new Assignment(
                route.unit(),
                route.ownerBody(),
                route.rules(),
                List.copyOf(route.excludedBodies()),
                decision.circumstances().regionCode(),
                decision.circumstances().facilityType());
    }

    private static Assignment assignmentWithoutQueue(Decision decision) {
        Route route = decision.route();
        return new Assignment(
                COMMISSIONER,
                COMMISSIONER,
                joined(route.rules(), List.of(NO_QUEUE)),
                List.copyOf(route.excludedBodies()),
                decision.circumstances().regionCode(),
                decision.circumstances().facilityType());
    }

    private static List<ObligationReason> duties(Decision decision, boolean reachable) {
        return Stream.concat(dutyOf(decision.allegation()).stream(), dutyOf(decision.route(), reachable).stream())
                .toList();
    }

    private static Optional<ObligationReason> dutyOf(Allegation allegation) {
        return switch (allegation) {
            case Allegation.Unclassifiable unclassifiable -> Optional.of(ObligationReason.UNCLASSIFIABLE);
            case Allegation.Classified classified ->
                classified.handledAsA() ? Optional.of(ObligationReason.CLASS_A_ALLEGATION) : Optional.empty();
        };
    }

    private static Optional<ObligationReason> dutyOf(Route route, boolean reachable) {
        return switch (route) {
            case Route.Blocked blocked -> Optional.of(ObligationReason.UNROUTABLE);
            case Route.Assigned assigned -> reachable ? Optional.empty() : Optional.of(ObligationReason.UNROUTABLE);
        };
    }

    private static Disposition hold(OpenedComplaint.Shut unopened) {
        Admitted complaint = unopened.complaint();
        List<String> rules = List.of(UNOPENABLE);
        return new Disposition(
                complaint,
                Optional.of(unopened.code()),
                profile(complaint),
                new Assessment(AllegationClass.UNKNOWN, Priority.P1, "UNKNOWN", List.of(), rules),
                new Assignment(COMMISSIONER, COMMISSIONER, rules, List.of(), null, null),
                List.of(ObligationReason.UNOPENABLE));
    }

    private static String profile(Admitted complaint) {
        return complaint
                .reference()
                .profile(Reference.day(complaint.received().getReceivedAt()))
                .code();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
