package kz.aryz.runtime.signin;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds sessions of people whom the provider still knows. It is asked every few minutes while somebody, or their page, asks for
 * something: whoever is shut out there is out here then, and whoever is something else there is it here. While it is away, a
 * session goes on for {@link Sessions#UNCONFIRMED}.
 */
final class Confirmation {
    private static final Logger LOG = LoggerFactory.getLogger(Confirmation.class);

    private final Sessions sessions;
    private final CodeFlow flow;
    private final Duration every;

    Confirmation(Sessions sessions, CodeFlow flow, Duration every) {
        this.sessions = sessions;
        this.flow = flow;
        this.every = every;
    }

    /**
     * As {@link Sessions#find}.
     *
     * @throws ProviderAwayException if for too long nobody could say whose session it is; it is kept
     */
    Optional<Session> find(@Nullable String id, boolean active) throws ProviderAwayException {
        Optional<Session> found = sessions.find(id, active);
        if (found.isEmpty()) {
            return found;
        }
        Session session = found.get();
        return sessions.isToBeConfirmed(session, every) ? ask(session) : Optional.of(unlessUnconfirmed(session));
    }

    private Optional<Session> ask(Session session) throws ProviderAwayException {
        try {
            Optional<SignedIn> today = flow.confirm(session.who());
            if (today.isPresent()) {
                return sessions.confirm(session, today.get());
            }
            sessions.end(session);
            LOG.info(
                    "{} is let in no more by the identity provider",
                    session.person().pseudonym());
            return Optional.empty();
        } catch (ProviderAwayException e) {
            LOG.warn("whose a session is cannot be confirmed", e);
            return Optional.of(unlessUnconfirmed(session));
        }
    }

    private Session unlessUnconfirmed(Session session) throws ProviderAwayException {
        if (sessions.isUnconfirmed(session)) {
            throw new ProviderAwayException(new IllegalStateException("it has said nothing of a session for too long"));
        }
        return session;
    }
}
