package kz.aryz.system.broker;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.broker.LockedBroker.ACQUAINTANCE;
import static kz.aryz.system.broker.LockedBroker.OTHER_UNIT;
import static kz.aryz.system.broker.LockedBroker.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.aryz.system.Uses;
import kz.aryz.topic.Principal;
import kz.aryz.topic.Topics;
import kz.aryz.topic.TransactionalIds;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Uses(LockedBroker.class)
class RefusalsTest {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String QUEUE = Topics.queue(UNIT).name();
    private static final String OTHER_QUEUE = Topics.queue(OTHER_UNIT).name();

    private final LockedBroker broker = LockedBroker.get();

    static Stream<Arguments> whoMayNotReadWhat() {
        return Stream.of(
                Arguments.of(Principal.INTAKE, QUEUE),
                Arguments.of(Principal.INTAKE, "cases.events"),
                Arguments.of(Principal.INTAKE, "complaints.submissions"),
                Arguments.of(Principal.INTAKE, "complaints.keys"),
                Arguments.of(Principal.TRIAGE, QUEUE),
                Arguments.of(Principal.TRIAGE, "intake.receipts"),
                Arguments.of(Principal.NOTIFIER, QUEUE),
                Arguments.of(Principal.NOTIFIER, "complaints.status"),
                Arguments.of(Principal.OPERATOR, QUEUE),
                Arguments.of(Principal.OPERATOR, "complaints.submissions"),
                Arguments.of(Principal.TRIAGE, "audit.accesses"),
                Arguments.of(Principal.OPERATOR, "audit.accesses"),
                Arguments.of(Principal.SHREDDER, "complaints.submissions"),
                Arguments.of(Principal.RETRY, "complaints.submissions"),
                Arguments.of(Principal.REGISTRY, "complaints.submissions"),
                Arguments.of(ACQUAINTANCE, QUEUE),
                Arguments.of(ACQUAINTANCE, "complaints.submissions"),
                Arguments.of(Principal.unit(UNIT), OTHER_QUEUE),
                Arguments.of(Principal.unit(OTHER_UNIT), QUEUE),
                Arguments.of(Principal.unit(UNIT), "cases.events"),
                Arguments.of(Principal.unit(UNIT), "complaints.submissions"));
    }

    @ParameterizedTest
    @MethodSource("whoMayNotReadWhat")
    void nobodyReadsWhatIsNotTheirs(Principal principal, String topic) {
        try (Consumer<byte[], byte[]> consumer = consumer(principal, Map.of())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);

            assertThat(firstFailure(consumer::poll)).get().isInstanceOf(TopicAuthorizationException.class);
        }
    }

    static Stream<Arguments> whoMayNotWriteWhat() {
        return Stream.of(
                Arguments.of(Principal.NOTIFIER, "cases.events"),
                Arguments.of(Principal.INTAKE, "cases.events"),
                Arguments.of(Principal.OPERATOR, "cases.events"),
                Arguments.of(Principal.RETRY, "cases.events"),
                Arguments.of(Principal.SHREDDER, "cases.events"),
                Arguments.of(ACQUAINTANCE, "cases.events"),
                Arguments.of(ACQUAINTANCE, "complaints.submissions"),
                Arguments.of(Principal.OPERATOR, "complaints.keys"),
                Arguments.of(Principal.BACKUP, "complaints.keys"),
                Arguments.of(Principal.INTAKE, "audit.accesses"),
                Arguments.of(Principal.OPERATOR, "audit.accesses"),
                Arguments.of(Principal.NOTIFIER, "complaints.submissions"),
                Arguments.of(Principal.TRIAGE, "complaints.submissions"),
                Arguments.of(Principal.INTAKE, QUEUE),
                Arguments.of(Principal.NOTIFIER, QUEUE),
                Arguments.of(Principal.unit(UNIT), QUEUE),
                Arguments.of(Principal.unit(UNIT), OTHER_QUEUE),
                Arguments.of(Principal.TRIAGE, "alerts.acknowledgements"));
    }

    @ParameterizedTest
    @MethodSource("whoMayNotWriteWhat")
    void nobodyWritesWhatIsNotTheirs(Principal principal, String topic) {
        try (Producer<byte[], byte[]> producer = producer(principal, Map.of())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, 0, null, new byte[1]))
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    static Stream<Arguments> whoWritesAccessesForAnotherDay() {
        return Stream.of(Duration.ofDays(-40), Duration.ofHours(-2), Duration.ofHours(2))
                .flatMap(away -> Stream.of(Principal.TRIAGE, Principal.NOTIFIER, Principal.SHREDDER)
                        .map(principal -> Arguments.of(principal, away)));
    }

    /** Else two forged approvals of last month were a destruction of today. */
    @ParameterizedTest
    @MethodSource("whoWritesAccessesForAnotherDay")
    void nobodyPutsOnRecordThatSomethingWasAtAnotherTime(Principal principal, Duration away) {
        try (Producer<byte[], byte[]> producer = producer(principal, Map.of())) {
            assertThatThrownBy(() -> producer.send(access(away)).get())
                    .hasCauseInstanceOf(InvalidTimestampException.class);
        }
    }

    @Test
    void whatWasSentAgainForHalfAnHourIsTakenAllTheSame() throws Exception {
        try (Producer<byte[], byte[]> producer = producer(Principal.NOTIFIER, Map.of())) {
            assertThat(producer.send(access(Duration.ofMinutes(-30))).get().hasOffset())
                    .isTrue();
        }
    }

    private static ProducerRecord<byte[], byte[]> access(Duration away) {
        return new ProducerRecord<>(
                Topics.ACCESSES.name(), 0, Instant.now().plus(away).toEpochMilli(), null, new byte[1]);
    }

    static Stream<Arguments> whichGroupsAreNotTheFirstUnits() {
        return Stream.of(OTHER_QUEUE, OTHER_QUEUE + "/night-shift", "notifier-mail", "my-own")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("whichGroupsAreNotTheFirstUnits")
    void noUnitJoinsAnothersShareGroup(String group) {
        try (ShareConsumer<byte[], byte[]> consumer = shareConsumer(Principal.unit(UNIT), group)) {
            consumer.subscribe(List.of(QUEUE));

            assertThat(firstFailure(consumer::poll)).get().isInstanceOf(GroupAuthorizationException.class);
        }
    }

    static Stream<Principal> whoHasNoBusinessInAUnit() {
        return LockedBroker.everybody().filter(principal -> !principal.equals(Principal.unit(UNIT)));
    }

    @ParameterizedTest
    @MethodSource("whoHasNoBusinessInAUnit")
    void nobodyElseJoinsTheShareGroupOfAUnit(Principal principal) {
        try (ShareConsumer<byte[], byte[]> consumer = shareConsumer(principal, QUEUE)) {
            consumer.subscribe(List.of(QUEUE));

            assertThat(firstFailure(consumer::poll)).get().isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void noUnitReadsAnothersQueueInAShareGroupOfItsOwn() {
        try (ShareConsumer<byte[], byte[]> consumer = shareConsumer(Principal.unit(UNIT), QUEUE)) {
            consumer.subscribe(List.of(OTHER_QUEUE));

            assertThat(firstFailure(consumer::poll)).get().isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void noUnitReadsAnothersQueueInAConsumerGroup() {
        try (Consumer<byte[], byte[]> consumer =
                consumer(Principal.unit(UNIT), Map.of(ConsumerConfig.GROUP_ID_CONFIG, QUEUE + "/archive"))) {
            consumer.subscribe(List.of(OTHER_QUEUE));

            assertThat(firstFailure(consumer::poll)).get().isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void noServiceTakesPartInTheTransactionsOfAnother() {
        Map<String, Object> asTriage = Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "triage-streams-1");
        try (Producer<byte[], byte[]> producer = producer(Principal.NOTIFIER, asTriage)) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    static Stream<Principal> everybodyButTheShredder() {
        return everybody().filter(principal -> !principal.equals(Principal.SHREDDER));
    }

    /** Without it {@code aryz shred} ends before it has read anything. */
    @ParameterizedTest
    @MethodSource("everybodyButTheShredder")
    void nobodyElseTakesPartInTheTransactionsOfADestruction(Principal principal) {
        Map<String, Object> destroying = Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TransactionalIds.SHRED);
        try (Producer<byte[], byte[]> producer = producer(principal, destroying)) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    static Stream<Principal> everybody() {
        return LockedBroker.everybody();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void nobodyGrantsThemselvesAnything(Principal principal) {
        AclBinding everything = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
                new AccessControlEntry(principal.kafkaName(), "*", AclOperation.ALL, AclPermissionType.ALLOW));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> ask(
                        broker.clients(principal),
                        admin -> admin.createAcls(List.of(everything)).all()))
                .withCauseInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void nobodyMakesATopicForThemselves(Principal principal) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> ask(
                        broker.clients(principal),
                        admin -> admin.createTopics(List.of(new NewTopic("complaints.copy", 1, (short) 1)))
                                .all()))
                .withCauseInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void nobodySaysHowAQueueIsKept(Principal principal) {
        Map<ConfigResource, Collection<AlterConfigOp>> tooSmall = Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, QUEUE),
                List.of(new AlterConfigOp(
                        new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "10"), AlterConfigOp.OpType.SET)));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> ask(
                        broker.clients(principal),
                        admin -> admin.incrementalAlterConfigs(tooSmall).all()))
                .withCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void nobodyIsLetInUnderANameThatTheBrokerDoesNotKnow() {
        Map<String, Object> stranger = broker.clients(Principal.INTAKE);
        stranger.computeIfPresent(
                "sasl.jaas.config", (name, login) -> login.toString().replace("intake-service", "stranger"));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> ask(stranger, admin -> admin.describeCluster().nodes()))
                .withCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void nobodyIsLetInWithThePasswordOfAnother() {
        Map<String, Object> imposter = broker.clients(Principal.INTAKE);
        imposter.computeIfPresent(
                "sasl.jaas.config", (name, login) -> login.toString().replace("intake-service", "triage-streams"));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> ask(imposter, admin -> admin.describeCluster().nodes()))
                .withCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void nobodyIsAnsweredWhoDoesNotSayWhoTheyAre() {
        Map<String, Object> plaintext = broker.strangers();
        plaintext.put("default.api.timeout.ms", 3_000);
        plaintext.put("request.timeout.ms", 2_000);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(
                        () -> ask(plaintext, admin -> admin.describeCluster().nodes()))
                .withCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aUnitReadsItsOwnQueue() {
        try (Consumer<byte[], byte[]> consumer = consumer(Principal.unit(UNIT), Map.of())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(QUEUE, 0));

            assertThat(consumer.endOffsets(partitions)).isNotEmpty();
        }
    }

    private static <T> T ask(Map<String, Object> clients, Function<Admin, KafkaFuture<T>> question)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(clients)) {
            return question.apply(admin).get();
        }
    }

    /** How somebody who polls for a while is refused; empty where nobody objects. */
    private static Optional<RuntimeException> firstFailure(java.util.function.Consumer<Duration> poll) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                poll.accept(POLL);
            } catch (AuthorizationException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    private Consumer<byte[], byte[]> consumer(Principal principal, Map<String, Object> own) {
        return new KafkaConsumer<>(clients(principal, own), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private ShareConsumer<byte[], byte[]> shareConsumer(Principal principal, String group) {
        Map<String, Object> own = Map.of(ConsumerConfig.GROUP_ID_CONFIG, group);
        return new KafkaShareConsumer<>(
                clients(principal, own), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<byte[], byte[]> producer(Principal principal, Map<String, Object> own) {
        return new KafkaProducer<>(clients(principal, own), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> clients(Principal principal, Map<String, Object> own) {
        Map<String, Object> clients = broker.clients(principal);
        clients.putAll(own);
        return clients;
    }
}
