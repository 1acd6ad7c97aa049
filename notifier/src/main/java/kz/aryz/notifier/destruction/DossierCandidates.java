package kz.aryz.notifier.destruction;

import java.time.Duration;
import java.util.function.Function;
import kz.aryz.access.Person;
import kz.aryz.dossier.Lookup;
import kz.aryz.runtime.destruction.Candidates;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;

/** Every complaint that came in, as its dossier has it. */
public final class DossierCandidates implements Candidates {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Function<String, Lookup> dossiers;

    /** @param dossiers finds one */
    public DossierCandidates(Function<String, Lookup> dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public Candidate find(Person person, String complaintId) {
        return switch (dossiers.apply(complaintId)) {
            case Lookup.Found found ->
                new Candidate(person, found.dossier().subject().facts());
            case Lookup.Unknown ignored -> throw ProblemException.of(ProblemType.NOT_FOUND);
            case Lookup.Unanswered ignored -> throw ProblemException.retryAfter(ProblemType.UNAVAILABLE, PAUSE);
        };
    }
}
