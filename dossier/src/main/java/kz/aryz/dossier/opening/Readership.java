package kz.aryz.dossier.opening;

import java.util.function.Function;
import java.util.function.Predicate;
import kz.aryz.access.Person;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.Lookup;

/** The complaints that a service has for people, and how people stand to them there. */
public interface Readership {

    /** Asks the same, in the same order, whether there is such a complaint or not. */
    Lookup find(String complaintId);

    /**
     * How somebody stands to complaints, whichever it will be.
     *
     * @throws kz.aryz.runtime.http.ProblemException while nobody can tell
     */
    Reader reader(Person person);

    /** Every complaint that there is a dossier of, for whomever {@link kz.aryz.access.Access} lets know of it. */
    static Readership of(Function<String, Lookup> dossiers) {
        return new Readership() {
            @Override
            public Lookup find(String complaintId) {
                return dossiers.apply(complaintId);
            }

            @Override
            public Reader reader(Person person) {
                return new Reader(person, dossier -> true);
            }
        };
    }

    /**
     * Somebody as the service knows them.
     *
     * @param person with all that is known of them
     * @param sees whether the service has that complaint for them, as far as {@link kz.aryz.access.Access} lets them
     */
    record Reader(Person person, Predicate<Dossier> sees) {}
}
