package kz.aryz.runtime.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a token says about somebody. Roles: {@code roles}, and Keycloak's {@code realm_access.roles}; those that Aryz does
 * not know are ignored. Units: {@code units}, and the groups below {@code /units} in {@code groups}. Body: {@code body}. Each
 * is a text or a list of texts.
 *
 * @param claims the claims of a token that has been verified
 */
record StaffClaims(Map<String, Object> claims) {
    private static final int LONGEST_NAME = 60;
    private static final Pattern UNIT_GROUP = Pattern.compile("/units/([^/]+)");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    Person person(String issuer, String subject) {
        return new Person(Person.pseudonym(issuer, subject), roles(), units(), bodies());
    }

    /** How and when they proved it. A provider that does not say when has said nothing of it. */
    Proof proof() {
        return proof(time("auth_time"));
    }

    /**
     * Likewise, of somebody who comes from the provider's sign-in this moment: where it does not say when they proved it, they did
     * it no later than it said who they are.
     */
    Proof proofAtSignIn() {
        return proof(time("auth_time").or(() -> time("iat")));
    }

    private Proof proof(Optional<Instant> at) {
        String acr = texts(claims.get("acr")).findFirst().orElse("");
        return at.map(when -> new Proof(acr, when)).orElse(Proof.NONE);
    }

    /** Seconds, also as a text, or what the library makes of them. */
    private Optional<Instant> time(String claim) {
        @Nullable Object value = claims.get(claim);
        if (value instanceof Date date) {
            return Optional.of(date.toInstant());
        }
        return Optional.ofNullable(value)
                .map(Object::toString)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }

    /** What the person is called, on their own pages and where others give them work; never in a log or a topic in clear. */
    String name() {
        return Stream.of("name", "preferred_username", "sub")
                .flatMap(claim -> texts(claims.get(claim)))
                .findFirst()
                .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .orElse("");
    }

    private Set<Role> roles() {
        @Nullable Object realm = claims.get("realm_access") instanceof Map<?, ?> access ? access.get("roles") : null;
        return Stream.concat(texts(claims.get("roles")), texts(realm))
                .flatMap(code -> Role.of(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> units() {
        Stream<String> groups = texts(claims.get("groups"))
                .map(UNIT_GROUP::matcher)
                .filter(Matcher::matches)
                .map(path -> path.group(1));
        return Stream.concat(texts(claims.get("units")), groups).collect(Collectors.toUnmodifiableSet());
    }

    /** In the letters that bodies are excluded in: a body that nobody recognises would be excluded from nothing. */
    private Set<String> bodies() {
        return texts(claims.get("body"))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> texts(@Nullable Object claim) {
        Stream<?> values = claim instanceof Collection<?> list ? list.stream() : Stream.ofNullable(claim);
        return values.filter(String.class::isInstance)
                .map(String.class::cast)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "StaffClaims[redacted]";
    }
}
