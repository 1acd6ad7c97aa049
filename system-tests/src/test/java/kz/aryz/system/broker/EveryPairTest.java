package kz.aryz.system.broker;

import static java.util.stream.Collectors.toMap;
import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.broker.LockedBroker.OTHER_UNIT;
import static kz.aryz.system.broker.LockedBroker.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.aryz.system.Uses;
import kz.aryz.topic.Grants;
import kz.aryz.topic.Principal;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import kz.aryz.topic.TransactionalIds;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeShareGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pair of somebody and something: each principal asks the broker, under its own name, what it may do with every
 * topic, group and transaction and with the cluster, and hears what the plan says and nothing more.
 */
@Uses(LockedBroker.class)
class EveryPairTest {

    private static final String QUEUE = Topics.queue(UNIT).name();
    private static final String OTHER_QUEUE = Topics.queue(OTHER_UNIT).name();

    /** Such as stores, the registry and strangers make. */
    private static final List<String> BEYOND_THE_CATALOGUE = List.of(
            "triage-streams-cases-changelog",
            "triage-streams-cases-repartition",
            "notifier-duties-changelog",
            "kafkasql-journal",
            "kafkasql-snapshots",
            "registry-events",
            "of-nobody");

    private static final List<String> CONSUMER_GROUPS = List.of(
            Principal.TRIAGE.name(),
            Grants.TRIAGE_DOSSIERS,
            Principal.NOTIFIER.name(),
            Grants.NOTIFIER_DOSSIERS,
            Grants.NOTIFIER_RELEASES,
            "apicurio-journal",
            QUEUE + "/archive",
            OTHER_QUEUE + "/archive",
            "group-of-nobody");

    private static final List<String> SHARE_GROUPS = List.of(
            Grants.MAIL_GROUP,
            QUEUE,
            OTHER_QUEUE,
            QUEUE + "/night-shift",
            OTHER_QUEUE + "/night-shift",
            "share-of-nobody");

    private static final List<String> TRANSACTIONS = List.of(
            "triage-streams-pair-1",
            "notifier-pair-1",
            TransactionalIds.keysRotate("TRIAGE"),
            TransactionalIds.keysRotate("COMMISSIONER"),
            TransactionalIds.REFERENCE_APPLY,
            TransactionalIds.DEAD_LETTERS_RETRY,
            TransactionalIds.SHRED,
            TransactionalIds.RESTORE,
            "transaction-of-nobody");

    private static final LockedBroker BROKER = LockedBroker.get();

    private final Plan plan = Plan.written();

    /** The broker says what somebody may do with a topic or a group only where there is one. */
    @BeforeAll
    static void makeWhatIsAskedAbout() throws Exception {
        try (Admin admin = Admin.create(BROKER.clients(Principal.ADMINISTRATOR))) {
            admin.createTopics(BEYOND_THE_CATALOGUE.stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
            await().atMost(PATIENCE)
                    .ignoreExceptionsMatching(EveryPairTest::isUnheardOf)
                    .untilAsserted(() -> makeGroups(admin));
        }
    }

    /** A broker hears of a topic later than whoever had it made. */
    private static boolean isUnheardOf(Throwable failure) {
        return failure.getCause() instanceof UnknownTopicOrPartitionException;
    }

    private static void makeGroups(Admin admin) throws InterruptedException, ExecutionException {
        TopicPartition somewhere = new TopicPartition("of-nobody", 0);
        for (String group : CONSUMER_GROUPS) {
            admin.alterConsumerGroupOffsets(group, Map.of(somewhere, new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }
        for (String group : SHARE_GROUPS) {
            admin.alterShareGroupOffsets(group, Map.of(somewhere, 0L)).all().get();
        }
    }

    static Stream<Principal> everybody() {
        return LockedBroker.everybody();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void topicsAreToPrincipalsWhatTheCatalogueSays(Principal principal) throws Exception {
        List<String> topics = Stream.of(
                        Topics.all().stream().map(Topic::name),
                        Stream.of(QUEUE, OTHER_QUEUE),
                        BEYOND_THE_CATALOGUE.stream())
                .flatMap(names -> names)
                .toList();

        Map<String, Set<AclOperation>> allowed = ask(
                principal,
                admin -> admin.describeTopics(topics, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                        .topicNameValues(),
                TopicDescription::authorizedOperations);

        assertThat(allowed).isEqualTo(planned(principal, ResourceType.TOPIC, topics));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void groupsAreToPrincipalsWhatThePlanSays(Principal principal) throws Exception {
        Map<String, Set<AclOperation>> allowed = ask(
                principal,
                admin -> admin.describeConsumerGroups(
                                CONSUMER_GROUPS, new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                        .describedGroups(),
                ConsumerGroupDescription::authorizedOperations);

        assertThat(allowed).isEqualTo(planned(principal, ResourceType.GROUP, CONSUMER_GROUPS));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void shareGroupsAreToPrincipalsWhatThePlanSays(Principal principal) throws Exception {
        Map<String, Set<AclOperation>> allowed = ask(
                principal,
                admin -> admin.describeShareGroups(
                                SHARE_GROUPS, new DescribeShareGroupsOptions().includeAuthorizedOperations(true))
                        .describedGroups(),
                ShareGroupDescription::authorizedOperations);

        assertThat(allowed).isEqualTo(planned(principal, ResourceType.GROUP, SHARE_GROUPS));
    }

    /** Of transactions the broker does not say what somebody may do with them, so that it is tried: to take one over. */
    @ParameterizedTest
    @MethodSource("everybody")
    void transactionsAreTakenPartInByWhomThePlanNamesAlone(Principal principal) throws Exception {
        Map<String, Set<AclOperation>> taken = ask(
                principal,
                admin -> admin.fenceProducers(TRANSACTIONS).fencedProducers(),
                nothing -> Set.of(AclOperation.WRITE, AclOperation.DESCRIBE));

        assertThat(taken).isEqualTo(planned(principal, ResourceType.TRANSACTIONAL_ID, TRANSACTIONS));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void theClusterIsNobodys(Principal principal) throws Exception {
        try (Admin admin = Admin.create(BROKER.clients(principal))) {
            assertThat(admin.describeCluster(new DescribeClusterOptions().includeAuthorizedOperations(true))
                            .authorizedOperations()
                            .get())
                    .isEmpty();
        }
    }

    private Map<String, Set<AclOperation>> planned(Principal principal, ResourceType type, List<String> names) {
        return new TreeMap<>(names.stream().collect(toMap(name -> name, name -> plan.allowed(principal, type, name))));
    }

    /** What the broker allows somebody, by the name of what it is about; nothing where it refuses to speak of it. */
    private static <T> Map<String, Set<AclOperation>> ask(
            Principal principal,
            Function<Admin, Map<String, KafkaFuture<T>>> question,
            Function<T, Set<AclOperation>> operations)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(BROKER.clients(principal))) {
            Map<String, Set<AclOperation>> allowed = new TreeMap<>();
            for (Map.Entry<String, KafkaFuture<T>> answer :
                    question.apply(admin).entrySet()) {
                allowed.put(answer.getKey(), operations(answer.getValue(), operations));
            }
            return allowed;
        }
    }

    private static <T> Set<AclOperation> operations(KafkaFuture<T> answer, Function<T, Set<AclOperation>> operations)
            throws InterruptedException, ExecutionException {
        try {
            return operations.apply(answer.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Set.of();
            }
            throw e;
        }
    }
}
