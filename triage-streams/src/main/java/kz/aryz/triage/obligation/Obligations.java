package kz.aryz.triage.obligation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.id.DeterministicId;
import kz.aryz.reference.Reference;
import kz.aryz.schema.Addressee;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationKind;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Raised;
import kz.aryz.triage.admission.Admitted;
import kz.aryz.triage.disposition.Disposition;
import kz.aryz.triage.register.Register;

/**
 * Who must be told, one obligation each. The id is a hash of complaint, reason and addressee: the same duty is never
 * raised twice.
 */
public final class Obligations {

    /** Law on the Commissioner for Human Rights, No. 90-VII of 29.12.2021. */
    private static final String LEGAL_BASIS = "LAW-90-VII";

    /** Told where the reference data names nobody: no release can switch the duty off. */
    private static final String COMMISSIONER = "COMMISSIONER";

    private Obligations() {}

    /**
     * The obligations that follow from a disposition; empty where nobody must be told.
     *
     * @param cause id of the event that caused them
     */
    public static List<Obligation> of(Disposition disposition, String cause) {
        return disposition.duties().stream()
                .flatMap(reason -> addressees(
                                disposition.complaint().reference(),
                                disposition.complaint().at())
                        .map(addressee -> of(disposition, reason, addressee, cause)))
                .toList();
    }

    /**
     * The obligations of a record that could not be processed.
     *
     * @param complaintId the complaint, as far as the record's key tells; empty where it does not
     * @param cause where the record was read: topic/partition/offset
     * @param code code of the fault
     */
    public static List<Obligation> ofDeadLetter(
            Optional<String> complaintId, String cause, String code, Reference reference, Instant at) {
        return addressees(reference, at)
                .map(addressee -> deadLetter(complaintId, cause, code, addressee, at))
                .toList();
    }

    private static Obligation of(Disposition disposition, ObligationReason reason, String addressee, String cause) {
        Admitted complaint = disposition.complaint();
        String id = DeterministicId.of(complaint.complaintId(), reason.name(), addressee);
        EventHeader header = header(id, complaint.complaintId(), complaint.at())
                .setReferenceVersion(complaint.reference().version())
                .setProfile(disposition.profile())
                .setCausationId(cause)
                .build();
        Raised raised = Raised.newBuilder()
                .setComplaintId(complaint.complaintId())
                .setComplaintNumber(complaint.received().getComplaintNumber())
                .setAddressee(addressee)
                .setReason(reason)
                .setAllegationClass(disposition.assessment().allegationClass())
                .setPriority(disposition.assessment().priority())
                .setRegionCode(disposition.assignment().regionCode())
                .setFacilityType(disposition.assignment().facilityType())
                .setReceivedAt(complaint.received().getReceivedAt())
                .setDetailCode(disposition.refusal().orElse(null))
                .build();
        return obligation(id, header, raised);
    }

    private static Obligation deadLetter(
            Optional<String> complaintId, String cause, String code, String addressee, Instant at) {
        ObligationReason reason = ObligationReason.DEAD_LETTER;
        String id = DeterministicId.of(cause, reason.name(), addressee);
        Raised raised = Raised.newBuilder()
                .setComplaintId(complaintId.orElse(null))
                .setAddressee(addressee)
                .setReason(reason)
                .setAllegationClass(AllegationClass.UNKNOWN)
                .setPriority(Priority.P1)
                .setDetailCode(code)
                .build();
        return obligation(id, header(id, complaintId.orElse(""), at).build(), raised);
    }

    private static Obligation obligation(String id, EventHeader header, Raised raised) {
        return Obligation.newBuilder()
                .setKind(ObligationKind.RAISED)
                .setObligationId(id)
                .setHeader(header)
                .setRaised(raised)
                .build();
    }

    private static EventHeader.Builder header(String id, String complaintId, Instant at) {
        return EventHeader.newBuilder()
                .setEventId(id)
                .setComplaintId(complaintId)
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setActorRef(Register.ACTOR)
                .setLegalBasis(LEGAL_BASIS);
    }

    private static Stream<String> addressees(Reference reference, Instant at) {
        List<String> told = reference.addressees(Reference.day(at)).stream()
                .filter(Addressee::getClassA)
                .map(Addressee::getCode)
                .toList();
        return told.isEmpty() ? Stream.of(COMMISSIONER) : told.stream();
    }
}
