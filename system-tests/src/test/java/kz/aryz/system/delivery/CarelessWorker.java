package kz.aryz.system.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.aryz.system.Platform;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A member of notifier's share group that gives back whatever it is given. */
final class CarelessWorker implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaShareConsumer<String, byte[]> consumer;
    private int deliveries;

    CarelessWorker(Platform platform) {
        this.consumer = new KafkaShareConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG, "notifier-mail",
                        ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.ATTEMPTS.name()));
    }

    /** Takes what there is and gives it back; how often the attempt of this duty was handed out by now, to anybody. */
    int dropAndCountDeliveries(String obligationId) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            if (record.key().equals(obligationId)) {
                deliveries = record.deliveryCount().orElse((short) 0);
            }
            consumer.acknowledge(record, AcknowledgeType.RELEASE);
        }
        return deliveries;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
