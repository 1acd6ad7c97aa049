package kz.aryz.runtime.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kz.aryz.runtime.http.ProblemException;

/**
 * The wish that somebody prove themselves anew, and more strongly, before something grave. What counts is what the provider says:
 * the authentication context ({@code acr}) that was asked for, not longer ago than {@link #HOLDS}. How it is proved is the
 * provider's: a code today, a key of hardware tomorrow.
 */
public sealed interface StepUp {

    /** How long a proof counts. */
    Duration HOLDS = Duration.ofMinutes(5);

    /** How far the provider's clock may be ahead. */
    Duration AHEAD = Duration.ofMinutes(1);

    /** Whether the caller need not prove themselves again now. */
    boolean isDone(Caller caller);

    /** Path that leads a person through the provider, and back to a path of this service. */
    String way(String back);

    /**
     * For programs.
     *
     * @throws ProblemException with the challenge of RFC 9470 if the caller must prove themselves first
     */
    void require(Caller caller);

    /** Of nobody, where nobody signs in. */
    record Never() implements StepUp {

        @Override
        public boolean isDone(Caller caller) {
            return true;
        }

        @Override
        public String way(String back) {
            return back;
        }

        @Override
        public void require(Caller caller) {}
    }

    /** Of everybody, by that authentication context. */
    record By(String acr, Clock clock) implements StepUp {

        @Override
        public boolean isDone(Caller caller) {
            return isDone(caller.proof());
        }

        boolean isDone(Proof proof) {
            Instant now = clock.instant();
            return proof.acr().equals(acr)
                    && now.isBefore(proof.at().plus(HOLDS))
                    && !proof.at().isAfter(now.plus(AHEAD));
        }

        @Override
        public String way(String back) {
            return SignInPages.stepUp(back);
        }

        @Override
        public void require(Caller caller) {
            if (!isDone(caller)) {
                String challenge = "Bearer error=\"insufficient_user_authentication\", acr_values=\"%s\", max_age=%d"
                        .formatted(acr, HOLDS.toSeconds());
                throw ProblemException.with(SignInProblem.STEP_UP, Map.of("WWW-Authenticate", challenge));
            }
        }
    }
}
