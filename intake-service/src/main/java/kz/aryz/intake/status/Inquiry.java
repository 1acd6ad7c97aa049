package kz.aryz.intake.status;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kz.aryz.id.PermanentSecret;
import kz.aryz.id.ReceiptKey;
import kz.aryz.intake.receipt.FirstClaim;
import kz.aryz.intake.receipt.ReceiptTable;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.schema.ComplaintState;
import kz.aryz.schema.ComplaintStatus;

/**
 * Answers how a complaint stands: what triage has published, and until then that it was received. Any text takes the same
 * work: one keyed hash and a look into both tables, at the {@link Pace} that guessing leaves. While the tables are still being
 * read, nobody is told that there is no such key.
 */
public final class Inquiry {

    /** What comes after RECEIVED. */
    public static final String REGISTRATION = "REGISTRATION";

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PermanentSecret secret;
    private final StatusTable statuses;
    private final ReceiptTable receipts;
    private final BooleanSupplier read;
    private final Pace pace;

    /** @param read whether both tables have all that was stored when this instance started */
    public Inquiry(
            PermanentSecret secret, StatusTable statuses, ReceiptTable receipts, BooleanSupplier read, Pace pace) {
        this.secret = secret;
        this.statuses = statuses;
        this.receipts = receipts;
        this.read = read;
        this.pace = pace;
    }

    /**
     * Empty for a key that is not a complaint's.
     *
     * @throws ProblemException while it cannot be known whether it is one; that counts as no wrong key
     */
    public Optional<Standing> ask(String typedKey) {
        if (!read.getAsBoolean()) {
            throw ProblemException.retryAfter(ProblemType.UNAVAILABLE, PAUSE);
        }
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
