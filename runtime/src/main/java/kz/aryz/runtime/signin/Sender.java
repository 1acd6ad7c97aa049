package kz.aryz.runtime.signin;

import java.util.List;
import java.util.Map;

/** Who sent a form in which somebody says something. */
sealed interface Sender {

    /** Whom it was shown to, in the session that it was shown in. */
    record Now(Caller caller) implements Sender {}

    /** Whom it was shown to, in a session of theirs that is over. */
    record Before(Caller caller, Map<String, List<String>> fields) implements Sender {

        public Before {
            fields = Map.copyOf(fields);
        }

        @Override
        public String toString() {
            return "Before[" + caller + "]";
        }
    }

    /** Nobody who is signed in. It has been answered. */
    record Nobody() implements Sender {}
}
