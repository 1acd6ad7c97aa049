package kz.aryz.intake.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import kz.aryz.id.PermanentSecret;
import kz.aryz.intake.complaint.ComplaintMapping;
import kz.aryz.intake.log.InMemoryLog;
import kz.aryz.intake.receipt.Claims;
import kz.aryz.intake.status.Inquiry;
import kz.aryz.intake.status.Pace;
import kz.aryz.sealing.Keysets;

/** An intake over a log in memory, at a time that stands still. */
public record TestIntake(InMemoryLog log, Keysets keys, Reception reception, Inquiry inquiry) {

    public static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

    private static final PermanentSecret SECRET = PermanentSecret.of(new byte[PermanentSecret.MINIMUM_BYTES]);
    private static final Duration WITHIN = Duration.ofSeconds(10);

    public static TestIntake create() {
        return over(new InMemoryLog(), Keysets.generate(), NOW);
    }

    /** Another instance, or the same after a restart, at a later time. */
    public TestIntake restartedAt(Instant later) {
        return over(log.restarted(), keys, later);
    }

    /** One that has just started and is still reading what was stored. */
    public TestIntake reading() {
        return new TestIntake(log, keys, reception, inquiry(log, false));
    }

    static TestIntake over(InMemoryLog log, Keysets keys, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Reception reception = new Reception(
                SECRET,
                new ComplaintMapping(Optional::empty),
                new Claims(log, log.receipts()),
                new Submissions(log, keys.sealer(clock), clock),
                clock,
                WITHIN);
        return new TestIntake(log, keys, reception, inquiry(log, true));
    }

    private static Inquiry inquiry(InMemoryLog log, boolean read) {
        return new Inquiry(SECRET, log.statuses(), log.receipts(), () -> read, Pace.create());
    }
}
