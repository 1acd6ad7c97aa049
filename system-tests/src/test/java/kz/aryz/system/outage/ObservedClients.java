package kz.aryz.system.outage;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/** Kafka's own clients; each says how far its commits have come. Made by Kafka Streams, by its name in the settings. */
@SuppressWarnings("NullAway.Init")
public final class ObservedClients extends DefaultKafkaClientSupplier implements Configurable {

    /** Name in the settings of the {@link Silence} that is told. */
    static final String SILENCE = "test.silence";

    private Silence silence;

    @Override
    public void configure(Map<String, ?> configs) {
        silence = (Silence) Objects.requireNonNull(configs.get(SILENCE));
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public void sendOffsetsToTransaction(
                    Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
                silence.reached(Moment.OFFSETS);
                super.sendOffsetsToTransaction(offsets, group);
            }

            @Override
            public void commitTransaction() {
                silence.reached(Moment.END);
                super.commitTransaction();
            }
        };
    }
}
