package kz.aryz.system;

import static kz.aryz.system.Patience.PATIENCE;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How old a record may be, by the time on it, when it comes to {@code audit.accesses}; and an administrator who says otherwise.
 *
 * @param administrator properties of a client
 */
public record TimeBound(Map<String, Object> administrator) {

    private static final String SETTING = TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG;
    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ACCESSES.name());

    /** Of a broker that asks nobody who they are. */
    public static TimeBound at(String bootstrapServers) {
        return new TimeBound(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Has the broker take records of any age; when this returns, it does. */
    public void lift() {
        set(Duration.ofMillis(Long.MAX_VALUE));
        await().atMost(PATIENCE).until(() -> takes(Instant.EPOCH));
    }

    /** Puts it back to what the catalogue says; when this returns, the broker keeps to that. */
    public void putBack() {
        Duration drift = Topics.ACCESSES.drift().orElseThrow();
        set(drift);
        await().atMost(PATIENCE).until(() -> takes(Instant.now().minus(drift.dividedBy(2))) && !takes(Instant.EPOCH));
    }

    /** Has the broker keep to another. */
    public void set(Duration most) {
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(SETTING, String.valueOf(most.toMillis())), OpType.SET);
        try (Admin admin = Admin.create(administrator)) {
            admin.incrementalAlterConfigs(Map.<ConfigResource, Collection<AlterConfigOp>>of(TOPIC, List.of(change)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the broker keeps to now. */
    public Duration now() {
        try (Admin admin = Admin.create(administrator)) {
            Config config = Objects.requireNonNull(
                    admin.describeConfigs(List.of(TOPIC)).all().get().get(TOPIC));
            return Duration.ofMillis(Long.parseLong(config.get(SETTING).value()));
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Tried in a transaction that comes to nothing. */
    private boolean takes(Instant time) throws InterruptedException {
        Map<String, Object> config = new HashMap<>(administrator);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "time-bound-" + UUID.randomUUID());
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC.name(), 0, time.toEpochMilli(), null, new byte[0]))
                    .get();
            producer.abortTransaction();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvalidTimestampException) {
                return false;
            }
            throw new AssertionError(e);
        }
    }
}
