package kz.aryz.intake.status;

import java.util.HexFormat;
import java.util.Optional;
import kz.aryz.id.PermanentSecret;
import kz.aryz.id.ReceiptKey;
import kz.aryz.intake.receipt.FirstClaim;
import kz.aryz.intake.receipt.ReceiptTable;
import kz.aryz.schema.ComplaintState;
import kz.aryz.schema.ComplaintStatus;

/**
 * Answers how a complaint stands: what triage has published, and until then that it was received. Any text takes the same
 * work: one keyed hash and a look into both tables, at the {@link Pace} that guessing leaves.
 */
public final class Inquiry {

    /** What comes after RECEIVED. */
    public static final String REGISTRATION = "REGISTRATION";

    private final PermanentSecret secret;
    private final StatusTable statuses;
    private final ReceiptTable receipts;
    private final Pace pace;

    public Inquiry(PermanentSecret secret, StatusTable statuses, ReceiptTable receipts, Pace pace) {
        this.secret = secret;
        this.statuses = statuses;
        this.receipts = receipts;
        this.pace = pace;
    }

    /** Empty for a key that is not a complaint's. */
    public Optional<Standing> ask(String typedKey) {
        return pace.keep(() -> look(typedKey));
    }

    private Optional<Standing> look(String typedKey) {
        String statusKey =
                ReceiptKey.parse(typedKey).map(key -> key.statusKey(secret)).orElseGet(() -> nobodysKey(typedKey));
        Optional<Standing> published = statuses.find(statusKey).map(Inquiry::standing);
        Optional<Standing> received = receipts.byStatusKey(statusKey).map(Inquiry::received);
        return published.or(() -> received);
    }

    private String nobodysKey(String typedKey) {
        return HexFormat.of().formatHex(secret.mac("no-status-key", typedKey));
    }

    private static Standing standing(ComplaintStatus status) {
        return new Standing(status.getState(), status.getReceivedAt(), status.getUpdatedAt(), status.getNextStep());
    }

    private static Standing received(FirstClaim claim) {
        return new Standing(
                ComplaintState.RECEIVED,
                claim.claimed().getReceivedAt(),
                claim.claimed().getReceivedAt(),
                REGISTRATION);
    }
}
