package kz.aryz.notifier.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.reference.Profile;
import kz.aryz.reference.Reference;

/**
 * How long a complaint may go without a decision before the Commissioner is told: what the operator set, else what the
 * profile of the day of receipt says, else fifteen minutes, so that a missing release does not blind the watch.
 */
public final class DecisionTime {

    private static final Duration WITHOUT_REFERENCE = Duration.ofMinutes(15);

    private final Optional<Duration> set;
    private final Supplier<Optional<Reference>> reference;

    /**
     * @param set by the operator; empty to go by the profile
     * @param reference the release in use, if there is one
     */
    public DecisionTime(Optional<Duration> set, Supplier<Optional<Reference>> reference) {
        this.set = set;
        this.reference = reference;
    }

    Duration of(Instant receivedAt) {
        return set.or(() -> inProfile(receivedAt)).orElse(WITHOUT_REFERENCE);
    }

    private Optional<Duration> inProfile(Instant receivedAt) {
        return reference
                .get()
                .map(release -> release.profile(Reference.day(receivedAt)))
                .map(profile -> profile.duration(Profile.DECISION_WITHIN));
    }
}
