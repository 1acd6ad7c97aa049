package kz.aryz.dossier.destruction;

import java.util.Optional;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.dossier.Dossier;
import kz.aryz.runtime.http.ProblemException;

/** The complaints that a service knows of. */
public interface Candidates {

    /**
     * A complaint as it stands, and who asks for it.
     *
     * @param person with all bodies that the service knows them to be of
     */
    record Candidate(Person person, ComplaintFacts facts) {}

    /**
     * The complaint, for whoever asks; empty where there is no such complaint for them.
     *
     * @throws ProblemException where nobody can tell now
     */
    Optional<Candidate> find(Person person, String complaintId);

    /** The same of a complaint that they are looking at: nobody else is asked. */
    Optional<Candidate> of(Person person, Dossier dossier);
}
