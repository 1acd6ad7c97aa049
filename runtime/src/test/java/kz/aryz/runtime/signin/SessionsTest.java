package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.Person;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class SessionsTest {
    private static final SignedIn WHO = new SignedIn(
            new Person("pseudonym", Set.of(), Set.of(), Set.of()),
            "Aigul",
            Proof.NONE,
            Optional.empty(),
            "id.to.ken",
            Optional.of("re.fresh"));

    private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
    private final Sessions sessions = new Sessions(clock, 3, person -> RandomText.next());

    @Test
    void everySessionHasAnIdAndATokenOf256BitsOfItsOwn() {
        Session one = sessions.begin(WHO);
        Session other = sessions.begin(WHO);

        assertThat(Set.of(one.id(), other.id(), one.formToken(), other.formToken()))
                .hasSize(4)
                .allSatisfy(text -> assertThat(text).matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void beyondTheirNumberTheOneUnseenForLongestGoes() {
        List<Session> begun = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            begun.add(sessions.begin(WHO));
            clock.add(Duration.ofMinutes(1));
        }
        sessions.find(begun.get(0).id(), true);

        Session fourth = sessions.begin(WHO);

        assertThat(sessions.find(begun.get(0).id(), false)).isPresent();
        assertThat(sessions.find(begun.get(1).id(), false)).isEmpty();
        assertThat(sessions.find(begun.get(2).id(), false)).isPresent();
        assertThat(sessions.find(fourth.id(), false)).isPresent();
    }

    @Test
    void knowsNoSessionThatItDidNotBegin() {
        assertThat(sessions.find(null, true)).isEmpty();
        assertThat(sessions.find("", true)).isEmpty();
    }

    @Test
    void showsNothingOfWhoIsSignedIn() {
        Session session = sessions.begin(WHO);

        assertThat(session.toString() + WHO + Caller.Visitor.of(session) + Attempt.begin("/deep"))
                .doesNotContain("Aigul", "to.ken", "re.fresh", session.id(), session.formToken(), "deep");
    }
}
