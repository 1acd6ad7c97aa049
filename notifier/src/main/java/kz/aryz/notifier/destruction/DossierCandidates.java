package kz.aryz.notifier.destruction;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import kz.aryz.access.Person;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.Lookup;
import kz.aryz.dossier.destruction.Candidates;
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
    public Optional<Candidate> find(Person person, String complaintId) {
        return switch (dossiers.apply(complaintId)) {
            case Lookup.Found found -> of(person, found.dossier());
            case Lookup.Unknown ignored -> Optional.empty();
            case Lookup.Unanswered ignored -> throw ProblemException.retryAfter(ProblemType.UNAVAILABLE, PAUSE);
        };
    }

    @Override
    public Optional<Candidate> of(Person person, Dossier dossier) {
        return Optional.of(new Candidate(person, dossier.subject().facts()));
    }
}
