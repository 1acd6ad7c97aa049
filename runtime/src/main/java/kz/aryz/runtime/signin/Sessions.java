package kz.aryz.runtime.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of this instance, in memory: a restart ends them all. One ends thirty minutes after the last thing its
 * person did, and twelve hours after it began. Their number is bounded; beyond it, the one unseen for longest goes.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration ABSOLUTE = Duration.ofHours(12);

    private final Clock clock;
    private final int most;
    private final Map<String, Session> sessions = new HashMap<>();

    Sessions(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
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
        Session session = Session.begin(who, now);
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

    /** The session of the same person under a new id, in the place of the one before. */
    synchronized Session renew(Session session, SignedIn who) {
        sessions.remove(session.id());
        Session renewed = session.renewed(who, clock.instant());
        sessions.put(renewed.id(), renewed);
        return renewed;
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
