package kz.aryz.intake.form;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import kz.aryz.id.DeterministicId;

/**
 * The last forms that were taken in here, by client id, and what is told of them to whoever comes with one again. Nothing that was
 * typed is in it. Thread-safe.
 */
final class LatelyTaken {

    /** So many are remembered. */
    static final int MOST = 10_000;

    private final SequencedMap<String, HandingIn.Outcome.Told> forms = new LinkedHashMap<>();

    synchronized void add(Typed typed, HandingIn.Outcome.Told told) {
        forms.putLast(form(typed), told);
        if (forms.size() > MOST) {
            forms.pollFirstEntry();
        }
    }

    synchronized Optional<HandingIn.Outcome.Told> find(Typed typed) {
        return Optional.ofNullable(forms.get(form(typed)));
    }

    /** As long for every client id. */
    private static String form(Typed typed) {
        return DeterministicId.of("form", typed.clientId());
    }
}
