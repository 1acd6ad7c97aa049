package kz.aryz.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.access.Verdict;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.Raised;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.SectionOpened;
import kz.aryz.sealing.Disclosure;
import kz.aryz.sealing.Opener;
import kz.aryz.sealing.Section;
import org.apache.avro.specific.SpecificRecord;

/**
 * The only way in which people get to read what is sealed: decided, then on record with all in-sync replicas, and only
 * then unsealed. In an emergency the duty to tell the Commissioner comes before the record. Safe for use by several threads.
 */
public final class RecordedOpenings {

    private final String service;
    private final Opener opener;
    private final AccessLog log;
    private final EmergencyAlarm alarm;

    /**
     * @param service who opens, by its name
     * @param opener with the private keys of that service
     */
    public RecordedOpenings(String service, Opener opener, AccessLog log, EmergencyAlarm alarm) {
        this.service = service;
        this.opener = opener;
        this.log = log;
        this.alarm = alarm;
    }

    /** Lets somebody read a section of a complaint; empty where, for them, it is not there. */
    public <T extends SpecificRecord> Optional<Permit<T>> permit(Person person, Subject subject, Section<T> section) {
        return role(person, action(section), subject, section)
                .map(role -> new Permit<>(person, role, subject, section, Optional.empty()));
    }

    /**
     * Lets somebody read who is concerned in an emergency, whose role does not open it; empty where it does, where consent
     * does not let their unit read it, and where, for them, it is not there.
     *
     * @param known what the Commissioner is told of the complaint
     */
    public Optional<Permit<IdentitySection>> breakGlass(Person person, Subject subject, Raised known) {
        Section<IdentitySection> section = Section.IDENTITY;
        return permit(person, subject, section).isPresent()
                ? Optional.empty()
                : role(person, Action.BREAK_GLASS, subject, section)
                        .map(role -> new Permit<>(person, role, subject, section, Optional.of(known)));
    }

    /** The first of the roles that let somebody of which consent lets those who have it. */
    private static Optional<Role> role(Person person, Action action, Subject subject, Section<?> section) {
        Set<Disclosure.Reader> readers = readers(section, subject.disclosure());
        return Access.decide(person, action, subject.facts()) instanceof Verdict.Allowed allowed
                ? allowed.as().stream()
                        .filter(role -> readers.contains(reader(role)))
                        .findFirst()
                : Optional.empty();
    }

    private static Action action(Section<?> section) {
        if (section.equals(Section.ACCOUNT)) {
            return Action.OPEN_ACCOUNT;
        }
        if (section.equals(Section.IDENTITY)) {
            return Action.OPEN_IDENTITY;
        }
        if (section.equals(Section.NOTE)) {
            return Action.READ_NOTES;
        }
        throw new IllegalArgumentException("No role opens a " + section.path());
    }

    /** What staff said is sealed for the Commissioner alone, whatever the complainant consented to. */
    private static Set<Disclosure.Reader> readers(Section<?> section, Disclosure disclosure) {
        if (section.equals(Section.NOTE)) {
            return Set.of(Disclosure.Reader.COMMISSIONER);
        }
        return section.equals(Section.IDENTITY) ? disclosure.identity() : disclosure.account();
    }

    private static Disclosure.Reader reader(Role role) {
        return role == Role.COMMISSIONER_OFFICER ? Disclosure.Reader.COMMISSIONER : Disclosure.Reader.UNIT;
    }

    /** That somebody may read a section of a complaint. Nothing is open yet. */
    public final class Permit<T extends SpecificRecord> {

        private final Person person;
        private final Role role;
        private final Subject subject;
        private final Section<T> section;
        private final Optional<Raised> emergency;

        private Permit(Person person, Role role, Subject subject, Section<T> section, Optional<Raised> emergency) {
            this.person = person;
            this.role = role;
            this.subject = subject;
            this.section = section;
            this.emergency = emergency;
        }

        /**
         * Opens the section. It is on record before the first part is unsealed, and the Commissioner is told of an emergency
         * before that; where either cannot be, none is.
         *
         * @param parts all sealings of the section, in the order in which they came in
         * @throws IllegalArgumentException for an emergency that nothing is said about
         */
        public Reading<T> open(List<SealedPart> parts, Reason reason) throws InterruptedException {
            SectionOpened opened = SectionOpened.newBuilder()
                    .setComplaintNumber(subject.number())
                    .setSection(section.path())
                    .setKeyRefs(parts.stream()
                            .map(SealedPart::sealed)
                            .map(Sealed::getKeyRef)
                            .toList())
                    .setRole(role.code())
                    .setUnits(person.units().stream().sorted().toList())
                    .setBodies(person.bodies().stream().sorted().toList())
                    .setService(service)
                    .setPurpose(reason.purpose().name())
                    .setBreakGlass(emergency.isPresent())
                    .build();
            return told(reason) && log.write(person, subject.complaintId(), opened, reason.note())
                    ? new Reading.Opened<>(parts.stream()
                            .map(part -> opener.open(subject.complaintId(), section, part.sealed(), part.key()))
                            .toList())
                    : new Reading.NotOnRecord<>();
        }

        private boolean told(Reason reason) throws InterruptedException {
            if (emergency.isEmpty()) {
                return true;
            }
            if (reason.note().isEmpty()) {
                throw new IllegalArgumentException("An emergency must be explained");
            }
            return alarm.raise(person, emergency.get());
        }
    }
}
