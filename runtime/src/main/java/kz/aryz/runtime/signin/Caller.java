package kz.aryz.runtime.signin;

import gg.jte.Content;
import java.util.Optional;
import kz.aryz.access.Person;
import kz.aryz.runtime.http.Language;
import org.jspecify.annotations.Nullable;

/** Who asks. */
public sealed interface Caller {

    /** Who it is; empty where nobody signs in. */
    Optional<Person> person();

    /** What they are called, for themselves and for those who give them work; empty where nobody signs in. */
    String name();

    /** How they proved who they are. */
    Proof proof();

    /** What a form of theirs must carry in {@value FormToken#FIELD}; null where forms carry nothing. */
    @Nullable
    String formToken();

    /** Who is signed in and the way out, as a list for a page's navigation; nothing where nobody signs in. */
    Content badge(Language language);

    /** Whoever it is: this service knows no identity provider, and lets everybody in. */
    record Anybody() implements Caller {

        @Override
        public Optional<Person> person() {
            return Optional.empty();
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public Proof proof() {
            return Proof.NONE;
        }

        @Override
        public @Nullable String formToken() {
            return null;
        }

        @Override
        public Content badge(Language language) {
            return output -> {};
        }
    }

    /** A program with an access token. */
    record Program(Person known, String name, Proof proof) implements Caller {

        @Override
        public Optional<Person> person() {
            return Optional.of(known);
        }

        @Override
        public @Nullable String formToken() {
            return null;
        }

        @Override
        public Content badge(Language language) {
            return output -> {};
        }

        @Override
        public String toString() {
            return "Program[" + known.pseudonym() + "]";
        }
    }

    /** A person in a browser. */
    record Visitor(Person known, String name, String formToken, Proof proof) implements Caller {

        static Visitor of(Session session) {
            return new Visitor(
                    session.person(),
                    session.who().name(),
                    session.formToken(),
                    session.who().proof());
        }

        @Override
        public Optional<Person> person() {
            return Optional.of(known);
        }

        @Override
        public Content badge(Language language) {
            return new Badge(name, formToken, new SignInTexts(language));
        }

        @Override
        public String toString() {
            return "Visitor[" + known.pseudonym() + "]";
        }
    }
}
