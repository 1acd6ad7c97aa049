package kz.aryz.sealing.rotation;

import kz.aryz.schema.WrappedKey;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes every outdated row of a recipient anew, under its own key and on its own partition, one partition after the
 * other. It can be stopped at any point and run again: what is done is found done. A row that was destroyed before,
 * meanwhile or afterwards stays destroyed; {@link PartitionRenewal} says why.
 */
public final class Rewrapping {

    private final RotationClients clients;
    private final Topic<WrappedKey> topic;
    private final Renewal renewal;

    /** @param topic with the wrapped keys */
    public Rewrapping(RotationClients clients, Topic<WrappedKey> topic, Renewal renewal) {
        this.clients = clients;
        this.topic = topic;
        this.renewal = renewal;
    }

    /** Counts what would be done, and writes nothing. */
    public Tally rehearse() {
        Tally tally = Tally.NOTHING;
        try (Consumer<String, byte[]> committed = clients.committed();
                Deserializer<WrappedKey> deserializer = clients.deserializer(topic)) {
            for (int number = 0; number < topic.partitions(); number++) {
                KeyRows rows = new KeyRows(committed, topic, number, deserializer, renewal);
                rows.readOn();
                tally = tally.plus(rows.tally(rows.outdated().size()));
            }
        }
        return tally;
    }

    /**
     * Does it.
     *
     * @throws org.apache.kafka.common.errors.ProducerFencedException if another rotation for the recipient was started
     */
    public Tally run() {
        Tally tally = Tally.NOTHING;
        try (Consumer<String, byte[]> committed = clients.committed();
                Consumer<String, byte[]> uncommitted = clients.uncommitted();
                Deserializer<WrappedKey> deserializer = clients.deserializer(topic);
                Serializer<WrappedKey> serializer = clients.serializer(topic);
                Producer<String, byte[]> producer = clients.producer()) {
            producer.initTransactions();
            for (int number = 0; number < topic.partitions(); number++) {
                KeyRows rows = new KeyRows(committed, topic, number, deserializer, renewal);
                Onlooker onlooker = new Onlooker(uncommitted, topic, number);
                RenewalWriter writer = new RenewalWriter(producer, serializer, topic, number);
                tally = tally.plus(new PartitionRenewal(rows, onlooker, writer, renewal).run());
            }
        }
        return tally;
    }
}
