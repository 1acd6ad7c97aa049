package kz.aryz.audit;

import java.util.List;
import java.util.Optional;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.access.Verdict;
import kz.aryz.schema.IdentityReleased;

/**
 * The only way from a person to the release of an identity: allowed, then on record with all in-sync replicas, and only then
 * asked for. Safe for use by several threads.
 */
public final class RecordedReleases {

    private final String service;
    private final AccessLog log;

    /** @param service who is asked, by its name */
    public RecordedReleases(String service, AccessLog log) {
        this.service = service;
        this.log = log;
    }

    /** What lets somebody release the identity; empty where, for them, there is no such complaint. */
    public Optional<Permit> permit(Person person, Subject subject) {
        return Access.decide(person, Action.RELEASE_IDENTITY, subject.facts()) instanceof Verdict.Allowed allowed
                ? Optional.of(new Permit(person, allowed.as().getFirst(), subject))
                : Optional.empty();
    }

    /** That somebody may release the identity of a complaint. Nothing has been done yet. */
    public final class Permit {

        private final Person person;
        private final Role role;
        private final Subject subject;

        private Permit(Person person, Role role, Subject subject) {
            this.person = person;
            this.role = role;
            this.subject = subject;
        }

        /**
         * Puts it on record.
         *
         * @param unit code of the unit that is to read the identity
         * @param reasonCode why
         * @param keyRefs references of the data keys that the unit is to have
         * @return whether it is known to stand there; nothing may be done where it is not
         */
        public boolean record(String unit, String reasonCode, List<String> keyRefs, Optional<String> note)
                throws InterruptedException {
            IdentityReleased released = IdentityReleased.newBuilder()
                    .setComplaintNumber(subject.number())
                    .setUnit(unit)
                    .setReasonCode(reasonCode)
                    .setKeyRefs(keyRefs)
                    .setRole(role.code())
                    .setUnits(person.units().stream().sorted().toList())
                    .setBodies(person.bodies().stream().sorted().toList())
                    .setService(service)
                    .build();
            return log.write(person, subject.complaintId(), released, note);
        }
    }
}
