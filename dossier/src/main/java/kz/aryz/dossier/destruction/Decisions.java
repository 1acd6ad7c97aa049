package kz.aryz.dossier.destruction;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.aryz.access.Access;
import kz.aryz.access.Person;
import kz.aryz.access.Verdict;
import kz.aryz.audit.RecordedDecisions;
import kz.aryz.audit.Recording;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.destruction.Candidates.Candidate;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;

/**
 * Puts on record what people decide about whether a complaint may be destroyed. Nothing is destroyed here: {@code aryz shred}
 * does, and decides by what is on record.
 */
final class Decisions {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RecordedDecisions recorded;
    private final Candidates candidates;
    private final Rule deciders;

    /** @param deciders to whom anything is offered here */
    Decisions(RecordedDecisions recorded, Candidates candidates, Rule deciders) {
        this.recorded = recorded;
        this.candidates = candidates;
        this.deciders = deciders;
    }

    static ProblemType problem(String code, int status) {
        return new ProblemType(code, status, "kz.aryz.dossier.destruction.problems");
    }

    /** What the caller may decide about the complaint that they are looking at, as far as is known here. */
    List<Step> offered(Caller caller, Dossier dossier) {
        Optional<Candidate> candidate =
                caller.person().filter(deciders::admits).flatMap(person -> candidates.of(person, dossier));
        return Arrays.stream(Step.values())
                .filter(step -> candidate.filter(known -> may(known, step)).isPresent())
                .toList();
    }

    private static boolean may(Candidate candidate, Step step) {
        return Access.decide(candidate.person(), step.action(), candidate.facts()) instanceof Verdict.Allowed;
    }

    /**
     * Decides.
     *
     * @return id of the record
     * @throws ProblemException where the caller may not, or there is no such complaint, which is the same; where it is not
     *     known to be on record
     */
    String decide(Caller caller, String complaintId, Decision decision) throws InterruptedException {
        Person person = caller.person().orElseThrow(() -> ProblemException.of(problem("nobody-signs-in", 403)));
        Candidate candidate =
                candidates.find(person, complaintId).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
        return switch (record(candidate, complaintId, decision)) {
            case Recording.OnRecord known -> known.eventId();
            case Recording.NotOnRecord ignored ->
                throw ProblemException.retryAfter(problem("not-on-record", 503), PAUSE);
            case Recording.NotThere ignored -> throw ProblemException.of(ProblemType.NOT_FOUND);
        };
    }

    private Recording record(Candidate candidate, String complaintId, Decision decision) throws InterruptedException {
        return switch (decision) {
            case Decision.Approve approve ->
                recorded.approve(candidate.person(), complaintId, candidate.facts(), approve.approval());
            case Decision.Hold hold -> recorded.hold(candidate.person(), complaintId, candidate.facts(), hold.hold());
        };
    }
}
