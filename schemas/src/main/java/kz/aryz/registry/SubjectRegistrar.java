package kz.aryz.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/** Brings subjects into a registry, each with the guarantee that every version can read every other. */
public final class SubjectRegistrar {

    /** Every schema of a subject reads what every other wrote, before and after. */
    static final String GUARANTEE = "FULL_TRANSITIVE";

    private final SchemaRegistry registry;

    public SubjectRegistrar(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * How a subject stands.
     *
     * @param id id of the present schema; empty where it is not registered
     * @param guaranteed whether the registry refuses what would break a reader
     */
    public record Standing(Subject subject, OptionalInt id, boolean guaranteed) {

        /** Whether nothing is left to do. */
        public boolean isComplete() {
            return id.isPresent() && guaranteed;
        }
    }

    /** How each subject stands. Changes nothing. */
    public List<Standing> check(Collection<Subject> subjects) throws IOException {
        List<Standing> standings = new ArrayList<>();
        for (Subject subject : subjects) {
            standings.add(standing(subject));
        }
        return standings;
    }

    /**
     * Registers what is not registered and sets the guarantee. Applying twice is applying once.
     *
     * @return how each subject stood before
     * @throws IOException if the registry does not answer, or refuses a schema that breaks a reader
     */
    public List<Standing> apply(Collection<Subject> subjects) throws IOException {
        List<Standing> before = check(subjects);
        for (Standing standing : before) {
            complete(standing);
        }
        return before;
    }

    private Standing standing(Subject subject) throws IOException {
        OptionalInt id = registry.id(subject.name(), subject.schema());
        boolean guaranteed =
                registry.compatibility(subject.name()).filter(GUARANTEE::equals).isPresent();
        return new Standing(subject, id, guaranteed);
    }

    private void complete(Standing standing) throws IOException {
        Subject subject = standing.subject();
        if (standing.id().isEmpty()) {
            registry.register(subject.name(), subject.schema());
        }
        if (!standing.guaranteed()) {
            registry.demand(subject.name(), GUARANTEE);
        }
    }
}
