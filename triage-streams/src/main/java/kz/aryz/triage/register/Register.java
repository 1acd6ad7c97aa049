package kz.aryz.triage.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.ComplaintState;
import kz.aryz.schema.ComplaintStatus;
import kz.aryz.schema.Registered;
import kz.aryz.schema.Routed;
import kz.aryz.schema.Triaged;
import kz.aryz.schema.Unopenable;
import kz.aryz.sealing.Section;
import kz.aryz.triage.admission.Admitted;
import kz.aryz.triage.disposition.Assessment;
import kz.aryz.triage.disposition.Assignment;
import kz.aryz.triage.disposition.Disposition;
import kz.aryz.triage.obligation.Obligations;
import kz.aryz.triage.queue.IndexKey;
import kz.aryz.triage.queue.QueueItems;
import org.jspecify.annotations.Nullable;

/**
 * Turns a disposition into what follows from it. The first disposition registers the complaint; a later one, made once the
 * account could be opened after all, moves it. Stateless, immutable.
 */
public final class Register {

    /** Name of this service in the headers of its records. */
    public static final String ACTOR = "triage-streams";

    private static final String ACCEPTANCE = "APPC-64";
    private static final String REGISTRATION_OF_REPORTS = "CPC-185";
    private static final String JURISDICTION = "CPC-187";

    private Register() {}

    /**
     * The entry for a disposition; empty where it says nothing new.
     *
     * @param known what is kept of the complaint; null where it was never decided on
     */
    public static Optional<Entry> enter(@Nullable CaseFile known, Disposition disposition) {
        boolean nothingNew =
                known != null && (known.getOpened() || disposition.refusal().isPresent());
        return nothingNew ? Optional.empty() : Optional.of(entry(known, disposition));
    }

    private static Entry entry(@Nullable CaseFile known, Disposition disposition) {
        CaseChain chain = new CaseChain(known, cause(known, disposition), Provenance.of(disposition));
        List<CaseEvent> events = events(known, disposition, chain);
        return new Entry(
                events,
                QueueItems.of(known, disposition, chain.lastEventId()),
                disposition.complaint().received().getStatusKey(),
                status(disposition.complaint()),
                Obligations.of(disposition, chain.lastEventId()),
                file(known, disposition, chain),
                Optional.ofNullable(known));
    }

    private static String cause(@Nullable CaseFile known, Disposition disposition) {
        return known == null ? disposition.complaint().submission().getHeader().getEventId() : known.getLastEventId();
    }

    private static List<CaseEvent> events(@Nullable CaseFile known, Disposition disposition, CaseChain chain) {
        List<CaseEvent> events = new ArrayList<>();
        if (known == null) {
            events.add(chain.append(
                    CaseEventKind.REGISTERED, ACCEPTANCE, event -> event.setRegistered(registered(disposition))));
        }
        disposition
                .refusal()
                .ifPresent(code -> events.add(chain.append(
                        CaseEventKind.UNOPENABLE, ACCEPTANCE, event -> event.setUnopenable(unopenable(code)))));
        events.add(chain.append(
                CaseEventKind.TRIAGED,
                REGISTRATION_OF_REPORTS,
                event -> event.setTriaged(triaged(disposition.assessment()))));
        events.add(chain.append(
                CaseEventKind.ROUTED, JURISDICTION, event -> event.setRouted(routed(known, disposition.assignment()))));
        return events;
    }

    private static Registered registered(Disposition disposition) {
        ComplaintReceived received = disposition.complaint().received();
        return Registered.newBuilder()
                .setComplaintNumber(received.getComplaintNumber())
                .setReceivedAt(received.getReceivedAt())
                .setChannel(received.getChannel())
                .setSubmissionHash(BodyHash.of(disposition.complaint().submission()))
                .build();
    }

    private static Unopenable unopenable(String code) {
        return Unopenable.newBuilder()
                .setSection(Section.ACCOUNT.path())
                .setCode(code)
                .build();
    }

    private static Triaged triaged(Assessment assessment) {
        return Triaged.newBuilder()
                .setAllegationClass(assessment.allegationClass())
                .setPriority(assessment.priority())
                .setPrimaryType(assessment.primaryType())
                .setTypes(assessment.types())
                .setRules(assessment.rules())
                .build();
    }

    /** A second look is no handing on: it adds no hop. */
    private static Routed routed(@Nullable CaseFile known, Assignment assignment) {
        return Routed.newBuilder()
                .setUnit(assignment.unit())
                .setOwnerBody(assignment.ownerBody())
                .setHop(hop(known))
                .setPreviousUnit(known == null ? null : known.getUnit())
                .setRules(assignment.rules())
                .setExcludedBodies(assignment.excludedBodies())
                .setRegionCode(assignment.regionCode())
                .setFacilityType(assignment.facilityType())
                .build();
    }

    private static ComplaintStatus status(Admitted complaint) {
        return ComplaintStatus.newBuilder()
                .setComplaintId(complaint.complaintId())
                .setState(ComplaintState.ROUTED)
                .setReceivedAt(complaint.received().getReceivedAt())
                .setUpdatedAt(complaint.at())
                .setNextStep("ASSIGNMENT")
                .build();
    }

    private static CaseFile file(@Nullable CaseFile known, Disposition disposition, CaseChain chain) {
        return CaseFile.newBuilder()
                .setLastSeq(chain.seq())
                .setLastEventId(chain.lastEventId())
                .setLastHash(Objects.requireNonNull(chain.lastHash()))
                .setOpened(disposition.refusal().isEmpty())
                .setHop(hop(known))
                .setUnit(disposition.assignment().unit())
                .setIndexKey(IndexKey.of(disposition).text())
                .setExcludedBodies(disposition.assignment().excludedBodies())
                .setTransmitToProsecutor(disposition
                        .complaint()
                        .received()
                        .getTransmitToProsecutor()
                        .name())
                .build();
    }

    private static int hop(@Nullable CaseFile known) {
        return known == null ? 0 : known.getHop();
    }
}
