package kz.aryz.system.upgrade;

import java.util.List;
import java.util.UUID;
import kz.aryz.id.ComplaintNumber;
import kz.aryz.id.PermanentSecret;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.ComplainantFacts;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.IntakeContext;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.SealedSection;
import kz.aryz.sealing.Sealer;
import kz.aryz.sealing.Section;

/** A complaint whose submission and key are written one by one; intake writes the one right after the other. */
record Piecemeal(Submission submission, WrappedKey key) {

    private static final AccountSection ACCOUNT = AccountSection.newBuilder()
            .setNarrative("They beat me with batons for hours.")
            .setDeclaredTypes(List.of("TORTURE"))
            .setComplainant(ComplainantFacts.newBuilder().build())
            .setIntake(IntakeContext.newBuilder().build())
            .build();

    /** A new complaint that came in as {@code model} did. */
    static Piecemeal like(Submission model, PermanentSecret secret, Sealer sealer) {
        String id = UUID.randomUUID().toString();
        SealedSection account = sealer.seal(id, Section.ACCOUNT, ACCOUNT, Recipient.ofAccount());
        EventHeader header = EventHeader.newBuilder(model.getHeader())
                .setEventId("received-" + id)
                .setComplaintId(id)
                .build();
        ComplaintReceived received = ComplaintReceived.newBuilder(model.getComplaintReceived())
                .setComplaintNumber(ComplaintNumber.of(secret, id).text())
                .setStatusKey("status-of-" + id)
                .setSections(List.of(account.sealed()))
                .build();
        Submission submission = Submission.newBuilder(model)
                .setHeader(header)
                .setComplaintReceived(received)
                .build();
        return new Piecemeal(submission, account.key());
    }

    String id() {
        return key.getComplaintId();
    }

    String keyReference() {
        return KeyReference.of(key);
    }

    /** The key in a form that opens nothing: wrapped for nobody. */
    WrappedKey uselessKey() {
        return WrappedKey.newBuilder(key).setWraps(List.of()).build();
    }
}
