package kz.aryz.runtime.signin;

import java.time.Instant;
import kz.aryz.access.Person;

/**
 * A browser in which somebody has signed in.
 *
 * @param id 256 random bits, known to that browser alone
 * @param formToken what every form of the session carries, and nobody can guess
 * @param who who it is
 * @param began when they signed in
 * @param seen when they last did something
 * @param confirmed when the provider last said who they are
 * @param asked when it was last asked
 */
record Session(
        String id, String formToken, SignedIn who, Instant began, Instant seen, Instant confirmed, Instant asked) {

    static Session begin(SignedIn who, String formToken, Instant now) {
        return new Session(RandomText.next(), formToken, who, now, now, now, now);
    }

    /**
     * Of somebody who has proved themselves anew: under another id, and else the same, so that forms which are open elsewhere go
     * on and the session ends when it would have.
     */
    Session renewed(SignedIn again, Instant now) {
        return new Session(RandomText.next(), formToken, again, began, now, now, now);
    }

    Session seenAt(Instant now) {
        return new Session(id, formToken, who, began, now, confirmed, asked);
    }

    Session askedAt(Instant now) {
        return new Session(id, formToken, who, began, seen, confirmed, now);
    }

    /** Of somebody of whom the provider says that. */
    Session confirmedAt(Instant now, SignedIn today) {
        return new Session(id, formToken, today, began, seen, now, asked);
    }

    Person person() {
        return who.person();
    }

    @Override
    public String toString() {
        return "Session[redacted]";
    }
}
