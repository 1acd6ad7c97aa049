package kz.aryz.topic;

import static kz.aryz.topic.Partitioning.BY_COMPLAINT;
import static kz.aryz.topic.Partitioning.SINGLE;
import static kz.aryz.topic.Party.INTAKE;
import static kz.aryz.topic.Party.NOTIFIER;
import static kz.aryz.topic.Party.OPERATOR;
import static kz.aryz.topic.Party.RETRY;
import static kz.aryz.topic.Party.SHREDDER;
import static kz.aryz.topic.Party.TRIAGE;
import static kz.aryz.topic.Party.UNIT;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.Acknowledgement;
import kz.aryz.schema.Addressee;
import kz.aryz.schema.Body;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.ComplaintStatus;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.Facility;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.JurisdictionProfile;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Receipt;
import kz.aryz.schema.ReferenceRelease;
import kz.aryz.schema.Region;
import kz.aryz.schema.StaffMember;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import kz.aryz.topic.Retention.Bounded;
import kz.aryz.topic.Retention.Compacted;
import kz.aryz.topic.Retention.Forever;

/** Every topic of Aryz. Nothing else names a topic. */
public final class Topics {

    private static final Retention FOREVER = new Forever();
    private static final Retention COMPACTED = new Compacted(Duration.ZERO, Duration.ofDays(7), Duration.ofDays(1));

    /**
     * A destroyed key is gone from the log soon after the day is over. A store that was switched off learns of it for
     * a quarter of a year.
     */
    public static final Compacted KEY_COMPACTION =
            new Compacted(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(92));

    /** Far longer than any producer here tries to send, and far shorter than any time that is counted from a record. */
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static final String COMPLAINT_ID = "complaintId";
    private static final String OBLIGATION_ID = "obligationId";
    private static final String DEAD_LETTER_ID = "topic/partition/offset";

    /** What came in from outside. */
    public static final Topic<Submission> SUBMISSIONS = new Topic<>(
            "complaints.submissions",
            Submission.class,
            COMPLAINT_ID,
            BY_COMPLAINT,
            FOREVER,
            true,
            Set.of(INTAKE, RETRY),
            Set.of(TRIAGE, NOTIFIER));

    /** The wrapped data keys of sealed sections; a tombstone shreds. */
    public static final Topic<WrappedKey> KEYS = new Topic<>(
            "complaints.keys",
            WrappedKey.class,
            "complaintId/section/keyId",
            BY_COMPLAINT,
            KEY_COMPACTION,
            true,
            Set.of(INTAKE, TRIAGE, NOTIFIER, RETRY, SHREDDER),
            Set.of(TRIAGE, NOTIFIER, RETRY, SHREDDER));

    /** Claims of idempotency keys and what was answered. */
    public static final Topic<Receipt> RECEIPTS = new Topic<>(
            "intake.receipts",
            Receipt.class,
            "complaintId/claimId, complaintId/answered, complaintId/left",
            BY_COMPLAINT,
            COMPACTED,
            true,
            Set.of(INTAKE),
            Set.of(INTAKE));

    /** What happened to each complaint. */
    public static final Topic<CaseEvent> CASE_EVENTS = new Topic<>(
            "cases.events",
            CaseEvent.class,
            COMPLAINT_ID,
            BY_COMPLAINT,
            FOREVER,
            true,
            Set.of(TRIAGE),
            Set.of(TRIAGE, NOTIFIER, SHREDDER));

    /** What somebody at a desk wants to be done with a complaint. */
    public static final Topic<CaseCommand> COMMANDS = new Topic<>(
            "cases.commands",
            CaseCommand.class,
            COMPLAINT_ID,
            BY_COMPLAINT,
            new Bounded(Duration.ofDays(30)),
            true,
            Set.of(TRIAGE, NOTIFIER, RETRY),
            Set.of(TRIAGE));

    /** What was answered to it. */
    public static final Topic<CommandOutcome> COMMAND_OUTCOMES = new Topic<>(
            "cases.outcomes",
            CommandOutcome.class,
            "commandId",
            BY_COMPLAINT,
            new Bounded(Duration.ofDays(1)),
            false,
            Set.of(TRIAGE),
            Set.of(TRIAGE, NOTIFIER));

    /** Who can be given complaints. */
    public static final Topic<StaffMember> STAFF_MEMBERS = new Topic<>(
            "staff.members", StaffMember.class, "pseudonym", SINGLE, COMPACTED, false, Set.of(TRIAGE), Set.of(TRIAGE));

    /** What the complainant may see. */
    public static final Topic<ComplaintStatus> STATUS = new Topic<>(
            "complaints.status",
            ComplaintStatus.class,
            "keyed hash of the receipt key",
            BY_COMPLAINT,
            COMPACTED,
            true,
            Set.of(TRIAGE),
            Set.of(INTAKE));

    /** Duties to tell somebody. */
    public static final Topic<Obligation> OBLIGATIONS = new Topic<>(
            "alerts.obligations",
            Obligation.class,
            OBLIGATION_ID,
            BY_COMPLAINT,
            FOREVER,
            true,
            Set.of(TRIAGE, NOTIFIER, RETRY),
            Set.of(NOTIFIER));

    /** Deliveries to make. */
    public static final Topic<DeliveryAttempt> ATTEMPTS =
            alert("alerts.attempts", DeliveryAttempt.class, false, Set.of(NOTIFIER));

    /** How deliveries went. */
    public static final Topic<DeliveryOutcome> OUTCOMES =
            alert("alerts.outcomes", DeliveryOutcome.class, false, Set.of(NOTIFIER, RETRY));

    /** Who confirmed that they know. */
    public static final Topic<Acknowledgement> ACKNOWLEDGEMENTS =
            alert("alerts.acknowledgements", Acknowledgement.class, true, Set.of(NOTIFIER, RETRY));

    /**
     * Who opened what is sealed, who let it be destroyed, and why; the record comes before the act, and nobody writes it for a
     * day that is over.
     */
    public static final Topic<AccessEvent> ACCESSES = new Topic<>(
            "audit.accesses",
            AccessEvent.class,
            COMPLAINT_ID,
            BY_COMPLAINT,
            FOREVER,
            true,
            Optional.of(AN_HOUR),
            Set.of(TRIAGE, NOTIFIER, SHREDDER),
            Set.of(NOTIFIER, SHREDDER));

    /** Records triage-streams could not process, as they came. */
    public static final Topic<byte[]> TRIAGE_DEAD_LETTERS = deadLetters("triage.dead-letters", TRIAGE);

    /** Records notifier could not process, as they came. */
    public static final Topic<byte[]> NOTIFIER_DEAD_LETTERS = deadLetters("notifier.dead-letters", NOTIFIER);

    /** Regions. */
    public static final Topic<Region> REFERENCE_REGIONS = reference("regions", Region.class);

    /** The tree of State bodies. */
    public static final Topic<Body> REFERENCE_BODIES = reference("bodies", Body.class);

    /** Places where people are held. */
    public static final Topic<Facility> REFERENCE_FACILITIES = reference("facilities", Facility.class);

    /** Types of facility. */
    public static final Topic<FacilityType> REFERENCE_FACILITY_TYPES = reference("facility-types", FacilityType.class);

    /** Units that own a queue. */
    public static final Topic<InvestigatorUnit> REFERENCE_UNITS = reference("units", InvestigatorUnit.class);

    /** Who may investigate whom, and within what time. */
    public static final Topic<JurisdictionProfile> REFERENCE_PROFILES =
            reference("profiles", JurisdictionProfile.class);

    /** Who must be told. */
    public static final Topic<Addressee> REFERENCE_ADDRESSEES = reference("addressees", Addressee.class);

    /** The marker of a complete release, written last. */
    public static final Topic<ReferenceRelease> REFERENCE_RELEASES =
            reference("releases", ReferenceRelease.class, "version");

    /** What the names of all queues begin with, and no other topic's. */
    static final String QUEUE_PREFIX = "queue.";

    private Topics() {}

    /** The queue of a unit; made when the unit is published. */
    public static Topic<QueueItem> queue(String unit) {
        return new Topic<>(
                QUEUE_PREFIX + unit,
                QueueItem.class,
                COMPLAINT_ID,
                BY_COMPLAINT,
                FOREVER,
                true,
                Set.of(TRIAGE),
                Set.of(UNIT));
    }

    /** Whether a topic of that name is the queue of a unit. */
    public static boolean isQueue(String name) {
        return name.startsWith(QUEUE_PREFIX);
    }

    /** The units whose queues are among the names of topics. */
    static Set<String> unitsOf(Collection<String> names) {
        return names.stream()
                .filter(Topics::isQueue)
                .map(name -> name.substring(QUEUE_PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every topic whose name is known beforehand: all but the queues. */
    public static List<Topic<?>> all() {
        return List.of(
                SUBMISSIONS,
                KEYS,
                RECEIPTS,
                CASE_EVENTS,
                COMMANDS,
                COMMAND_OUTCOMES,
                STATUS,
                OBLIGATIONS,
                ATTEMPTS,
                OUTCOMES,
                ACKNOWLEDGEMENTS,
                ACCESSES,
                TRIAGE_DEAD_LETTERS,
                NOTIFIER_DEAD_LETTERS,
                STAFF_MEMBERS,
                REFERENCE_REGIONS,
                REFERENCE_BODIES,
                REFERENCE_FACILITIES,
                REFERENCE_FACILITY_TYPES,
                REFERENCE_UNITS,
                REFERENCE_PROFILES,
                REFERENCE_ADDRESSEES,
                REFERENCE_RELEASES);
    }

    /** Every topic whose name is known beforehand, and the queues among these names, sorted. */
    static List<Topic<?>> with(Collection<String> names) {
        Stream<Topic<?>> queues = unitsOf(names).stream().sorted().map(Topics::queue);
        return Stream.concat(all().stream(), queues).toList();
    }

    /** Every topic, the queues as one pattern: what there is to read about. */
    static List<Topic<?>> catalogue() {
        return Stream.concat(all().stream(), Stream.of(queue("<unit>"))).toList();
    }

    private static <V> Topic<V> alert(String name, Class<V> valueType, boolean flushed, Set<Party> writers) {
        return new Topic<>(name, valueType, OBLIGATION_ID, BY_COMPLAINT, FOREVER, flushed, writers, Set.of(NOTIFIER));
    }

    private static Topic<byte[]> deadLetters(String name, Party writer) {
        return new Topic<>(
                name,
                byte[].class,
                DEAD_LETTER_ID,
                SINGLE,
                COMPACTED,
                true,
                Set.of(writer, RETRY, SHREDDER),
                Set.of(writer, OPERATOR, RETRY, SHREDDER));
    }

    private static <V> Topic<V> reference(String table, Class<V> valueType) {
        return reference(table, valueType, "code and first day of validity");
    }

    private static <V> Topic<V> reference(String table, Class<V> valueType, String key) {
        return new Topic<>(
                "reference." + table,
                valueType,
                key,
                SINGLE,
                COMPACTED,
                false,
                Set.of(OPERATOR),
                Set.of(INTAKE, TRIAGE, NOTIFIER, OPERATOR, SHREDDER));
    }
}
