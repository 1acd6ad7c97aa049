package kz.aryz.sealing.rotation;

import java.util.stream.IntStream;
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
                KeyRows rows = new KeyRows(committed, topic, number, 0, deserializer, renewal);
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
        return run(IntStream.range(0, topic.partitions()), 0);
    }

    /**
     * Does it on one partition, with the rows from a place on.
     *
     * @param number the partition
     * @param from offset before which nothing is to be done
     * @throws org.apache.kafka.common.errors.ProducerFencedException if another of the same name was started
     */
    public Tally run(int number, long from) {
        return run(IntStream.of(number), from);
    }

    private Tally run(IntStream partitions, long from) {
        try (Consumer<String, byte[]> committed = clients.committed();
                Consumer<String, byte[]> uncommitted = clients.uncommitted();
                Deserializer<WrappedKey> deserializer = clients.deserializer(topic);
                Serializer<WrappedKey> serializer = clients.serializer(topic);
                Producer<String, byte[]> producer = clients.producer()) {
            producer.initTransactions();
            return partitions
                    .mapToObj(number -> new PartitionRenewal(
                            new KeyRows(committed, topic, number, from, deserializer, renewal),
                            new Onlooker(uncommitted, topic, number),
                            new RenewalWriter(producer, serializer, topic, number),
                            renewal))
                    .map(PartitionRenewal::run)
                    .reduce(Tally.NOTHING, Tally::plus);
        }
    }
}
