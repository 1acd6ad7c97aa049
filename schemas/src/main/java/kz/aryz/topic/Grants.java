package kz.aryz.topic;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What each principal may do at the broker: what the catalogue says about topics, and what clients need for it (groups,
 * transactions, topics behind stores); whoever makes backups reads everything. Nothing else is allowed to anybody. To write
 * or to read includes to describe. Immutable; see docs/decisions/broker.md.
 *
 * @param bindings as the broker keeps them
 */
public record Grants(Set<AclBinding> bindings) {

    /** The share group of notifier's mail lanes. */
    public static final String MAIL_GROUP = "notifier-mail";

    /** notifier's second application, which keeps where the parts of every complaint lie. */
    public static final String NOTIFIER_DOSSIERS = "notifier-dossiers";

    /** triage-streams' second application, likewise. */
    public static final String TRIAGE_DOSSIERS = "triage-streams-dossiers";

    /** The group of those who wrap for a unit what the Commissioner's office released. */
    public static final String NOTIFIER_RELEASES = "notifier-releases";

    /** Between the name of a unit's queue and what the unit calls a group of its own; no name of a unit has it. */
    private static final String SUBGROUP = "/";

    /** From any computer: which ones reach the brokers is for the network to say. */
    private static final String ANY_HOST = "*";

    public Grants {
        bindings = Set.copyOf(bindings);
    }

    /** The grants of an installation with these units. */
    public static Grants of(Collection<String> units) {
        return new Grants(Stream.of(
                        catalogue(),
                        queues(),
                        units.stream().flatMap(Grants::unit),
                        streams(Principal.TRIAGE),
                        streams(Principal.NOTIFIER),
                        mail(),
                        Stream.of(compaction()),
                        Stream.of(NOTIFIER_DOSSIERS, NOTIFIER_RELEASES)
                                .map(group -> grant(Principal.NOTIFIER, READ, literal(ResourceType.GROUP, group))),
                        Stream.of(grant(Principal.TRIAGE, READ, literal(ResourceType.GROUP, TRIAGE_DOSSIERS))),
                        transactions(),
                        backup(),
                        registry())
                .flatMap(grants -> grants)
                .collect(toUnmodifiableSet()));
    }

    private static Stream<AclBinding> catalogue() {
        return Topics.all().stream()
                .flatMap(topic -> Stream.concat(
                        topic.writers().stream().map(party -> topic(Principal.of(party), WRITE, topic.name())),
                        topic.readers().stream().map(party -> topic(Principal.of(party), READ, topic.name()))));
    }

    /**
     * Units come and go with the reference data, so that who makes and fills queues may do so for all of them. How one that is
     * there is kept is the administrator's to say.
     */
    private static Stream<AclBinding> queues() {
        ResourcePattern queues = prefix(ResourceType.TOPIC, Topics.QUEUE_PREFIX);
        return Stream.concat(
                Stream.of(grant(Principal.TRIAGE, WRITE, queues)),
                Stream.of(CREATE, DESCRIBE).map(operation -> grant(Principal.OPERATOR, operation, queues)));
    }

    /**
     * A unit reads its queue, in a group that is named as the queue or begins so: {@code queue.<unit>} and
     * {@code queue.<unit>/anything}. It may set where a share group of its own begins.
     */
    private static Stream<AclBinding> unit(String unit) {
        Principal principal = Principal.unit(unit);
        String queue = Topics.queue(unit).name();
        return Stream.concat(
                Stream.of(topic(principal, READ, queue)),
                Stream.of(literal(ResourceType.GROUP, queue), prefix(ResourceType.GROUP, queue + SUBGROUP))
                        .flatMap(groups -> Stream.of(READ, DESCRIBE_CONFIGS, ALTER_CONFIGS)
                                .map(operation -> grant(principal, operation, groups))));
    }

    /** An application is named as its principal; its stores' topics and its transactions begin with the name. */
    private static Stream<AclBinding> streams(Principal application) {
        String internal = application.name() + "-";
        ResourcePattern stores = prefix(ResourceType.TOPIC, internal);
        return Stream.concat(
                Stream.of(
                        grant(application, READ, literal(ResourceType.GROUP, application.name())),
                        grant(application, WRITE, prefix(ResourceType.TRANSACTIONAL_ID, internal))),
                Stream.of(CREATE, READ, WRITE).map(operation -> grant(application, operation, stores)));
    }

    private static Stream<AclBinding> mail() {
        ResourcePattern lanes = literal(ResourceType.GROUP, MAIL_GROUP);
        return Stream.of(grant(Principal.NOTIFIER, READ, lanes), grant(Principal.NOTIFIER, ALTER_CONFIGS, lanes));
    }

    /** notifier marks destroyed keys when the lag is over that the topic has. */
    private static AclBinding compaction() {
        return topic(Principal.NOTIFIER, DESCRIBE_CONFIGS, Topics.KEYS.name());
    }

    /** Rotations run as the service whose keyset it is. */
    private static Stream<AclBinding> transactions() {
        return Stream.of(
                transaction(Principal.TRIAGE, TransactionalIds.keysRotate("TRIAGE")),
                transaction(Principal.NOTIFIER, TransactionalIds.keysRotate("COMMISSIONER")),
                transaction(Principal.OPERATOR, TransactionalIds.REFERENCE_APPLY),
                transaction(Principal.RETRY, TransactionalIds.DEAD_LETTERS_RETRY),
                transaction(Principal.SHREDDER, TransactionalIds.SHRED));
    }

    /** Everything is read, what is behind the stores too, and how far each group has come; nothing is written. */
    private static Stream<AclBinding> backup() {
        Stream<AclBinding> catalogue = Topics.all().stream().map(topic -> topic(Principal.BACKUP, READ, topic.name()));
        Stream<AclBinding> others = Stream.of(
                        Topics.QUEUE_PREFIX, Principal.TRIAGE.name() + "-", Principal.NOTIFIER.name() + "-")
                .map(names -> prefix(ResourceType.TOPIC, names))
                .flatMap(names ->
                        Stream.of(READ, DESCRIBE_CONFIGS).map(operation -> grant(Principal.BACKUP, operation, names)));
        Stream<AclBinding> groups = Stream.of(Principal.TRIAGE.name(), Principal.NOTIFIER.name(), Topics.QUEUE_PREFIX)
                .map(names -> grant(Principal.BACKUP, DESCRIBE, prefix(ResourceType.GROUP, names)));
        return Stream.of(catalogue, others, groups).flatMap(grants -> grants);
    }

    /** What Apicurio Registry wants of the topics that it keeps schemas in, under their default names. */
    private static Stream<AclBinding> registry() {
        Stream<AclBinding> topics = Stream.of("kafkasql-journal", "kafkasql-snapshots", "registry-events")
                .flatMap(name -> Stream.of(CREATE, READ, WRITE, DESCRIBE_CONFIGS)
                        .map(operation -> topic(Principal.REGISTRY, operation, name)));
        return Stream.concat(
                topics, Stream.of(grant(Principal.REGISTRY, READ, prefix(ResourceType.GROUP, "apicurio-"))));
    }

    private static AclBinding topic(Principal principal, AclOperation operation, String name) {
        return grant(principal, operation, literal(ResourceType.TOPIC, name));
    }

    private static AclBinding transaction(Principal principal, String id) {
        return grant(principal, WRITE, literal(ResourceType.TRANSACTIONAL_ID, id));
    }

    private static ResourcePattern literal(ResourceType type, String name) {
        return new ResourcePattern(type, name, PatternType.LITERAL);
    }

    private static ResourcePattern prefix(ResourceType type, String name) {
        return new ResourcePattern(type, name, PatternType.PREFIXED);
    }

    private static AclBinding grant(Principal principal, AclOperation operation, ResourcePattern pattern) {
        return new AclBinding(
                pattern, new AccessControlEntry(principal.kafkaName(), ANY_HOST, operation, AclPermissionType.ALLOW));
    }

    /** Those of the bindings that are missing from {@code present}, in a fixed order. */
    List<AclBinding> missingFrom(Collection<AclBinding> present) {
        return bindings.stream()
                .filter(binding -> !present.contains(binding))
                .sorted(GrantLine.ORDER)
                .toList();
    }

    /** Those of {@code present} that are not among the bindings and concern us, in a fixed order. */
    List<AclBinding> surplusIn(Collection<AclBinding> present) {
        return present.stream()
                .filter(binding -> !bindings.contains(binding) && concerns(binding))
                .sorted(GrantLine.ORDER)
                .toList();
    }

    /** Whether a binding is about a principal of ours, about something that is granted here, or about the whole cluster. */
    private boolean concerns(AclBinding binding) {
        return Principal.isOurs(binding.entry().principal())
                || binding.pattern().resourceType() == ResourceType.CLUSTER
                || bindings.stream().anyMatch(own -> overlap(own.pattern(), binding.pattern()));
    }

    private static boolean overlap(ResourcePattern one, ResourcePattern other) {
        return one.resourceType() == other.resourceType() && (covers(one, other) || covers(other, one));
    }

    private static boolean covers(ResourcePattern pattern, ResourcePattern other) {
        if (pattern.patternType() == PatternType.PREFIXED) {
            return other.name().startsWith(pattern.name());
        }
        return pattern.name().equals(ResourcePattern.WILDCARD_RESOURCE) || pattern.equals(other);
    }
}
