package kz.aryz.runtime.signin;

import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import java.util.Optional;
import java.util.function.Predicate;
import kz.aryz.access.Person;

/**
 * What has ended at the provider.
 *
 * @param person pseudonym of whose it was; empty where the provider names the session alone
 * @param session what the provider calls it; empty for all sessions of the person
 */
record Ended(Optional<String> person, Optional<String> session) implements Predicate<Session> {

    static Ended of(LogoutTokenClaimsSet claims) {
        return new Ended(
                Optional.ofNullable(claims.getSubject())
                        .map(subject -> Person.pseudonym(claims.getIssuer().getValue(), subject.getValue())),
                Optional.ofNullable(claims.getSessionID()).map(Identifier::getValue));
    }

    /** A session of that person of which nobody knows what the provider calls it may be the one. */
    @Override
    public boolean test(Session here) {
        return person.map(here.person().pseudonym()::equals).orElse(true)
                && session.map(ended -> here.who().session().map(ended::equals).orElse(person.isPresent()))
                        .orElse(true);
    }
}
