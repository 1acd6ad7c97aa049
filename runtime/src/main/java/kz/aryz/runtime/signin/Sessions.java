package kz.aryz.runtime.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.aryz.access.Person;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of this instance, in memory: a restart ends them all. One ends thirty minutes after the last thing its
 * person did, and twelve hours after it began. Their number is bounded; beyond it, the one unseen for longest goes.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration ABSOLUTE = Duration.ofHours(12);

    /** How long a session goes on of which a provider that is away cannot say whose it is. */
    static final Duration UNCONFIRMED = Duration.ofMinutes(30);

    /** Between two questions of which the first found no answer. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final int most;
    private final Function<Person, String> formTokens;
    private final Map<String, Session> sessions = new HashMap<>();

    /** {@code formTokens}: a new one for forms of a person each time. */
    Sessions(Clock clock, int most, Function<Person, String> formTokens) {
        this.clock = clock;
        this.most = most;
        this.formTokens = formTokens;
    }

    /** Always with a new id: one that was known before the sign-in opens nothing. */
    synchronized Session begin(SignedIn who) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> isOver(session, now));
        while (sessions.size() >= most) {
            sessions.values().stream()
                    .min(Comparator.comparing(Session::seen))
                    .map(Session::id)
                    .ifPresent(sessions::remove);
        }
        Session session = Session.begin(who, formTokens.apply(who.person()), now);
        sessions.put(session.id(), session);
        return session;
    }

    /** The session of that id; {@code active}: a person did something, and not a page by itself. */
    synchronized Optional<Session> find(@Nullable String id, boolean active) {
        Session session = sessions.get(id);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (isOver(session, now)) {
            sessions.remove(id);
            return Optional.empty();
        }
        if (active) {
            sessions.put(session.id(), session.seenAt(now));
        }
        return Optional.of(session);
    }

    /**
     * Whether to ask the provider now who that is, because it has not said so for that long and was not asked a moment ago. Whoever
     * hears yes asks; the others go on meanwhile.
     */
    synchronized boolean isToBeConfirmed(Session session, Duration every) {
        Session now = sessions.get(session.id());
        Instant time = clock.instant();
        if (now == null
                || time.isBefore(now.confirmed().plus(every))
                || time.isBefore(now.asked().plus(every.compareTo(PAUSE) < 0 ? every : PAUSE))) {
            return false;
        }
        sessions.put(now.id(), now.askedAt(time));
        return true;
    }

    /** The session as of somebody of whom the provider says that today; empty where it has ended meanwhile. */
    synchronized Optional<Session> confirm(Session session, SignedIn today) {
        return Optional.ofNullable(
                sessions.computeIfPresent(session.id(), (id, now) -> now.confirmedAt(clock.instant(), today)));
    }

    /** Whether the provider has not said for too long who that is. */
    boolean isUnconfirmed(Session session) {
        return !clock.instant().isBefore(session.confirmed().plus(UNCONFIRMED));
    }

    /** The session of the same person under a new id, in the place of the one before; empty where that has ended meanwhile. */
    synchronized Optional<Session> renew(Session session, SignedIn who) {
        if (sessions.remove(session.id()) == null) {
            return Optional.empty();
        }
        Session renewed = session.renewed(who, clock.instant());
        sessions.put(renewed.id(), renewed);
        return Optional.of(renewed);
    }

    synchronized void end(Session session) {
        sessions.remove(session.id());
    }

    /** Ends every session that is one of those, and says how many. */
    synchronized int endAll(Predicate<Session> which) {
        int before = sessions.size();
        sessions.values().removeIf(which);
        return before - sessions.size();
    }

    private static boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.seen().plus(IDLE))
                || !now.isBefore(session.began().plus(ABSOLUTE));
    }
}
