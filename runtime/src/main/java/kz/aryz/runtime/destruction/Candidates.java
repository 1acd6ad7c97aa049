package kz.aryz.runtime.destruction;

import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.runtime.http.ProblemException;

/** The complaints that a service knows of. */
@FunctionalInterface
public interface Candidates {

    /**
     * A complaint as it stands, and who asks for it.
     *
     * @param person with all bodies that the service knows them to be of
     */
    record Candidate(Person person, ComplaintFacts facts) {}

    /**
     * The complaint, for whoever asks.
     *
     * @throws ProblemException where there is no such complaint for them, or nobody can tell now
     */
    Candidate find(Person person, String complaintId);
}
