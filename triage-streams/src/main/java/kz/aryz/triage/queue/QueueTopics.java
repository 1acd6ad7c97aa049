package kz.aryz.triage.queue;

/** Which queues there are at the broker. Writing to one that is not there would stop the whole topology. */
@FunctionalInterface
public interface QueueTopics {

    /**
     * Whether the unit's queue exists.
     *
     * @throws org.apache.kafka.common.errors.RetriableException where the broker cannot be asked now
     */
    boolean exists(String unit);
}
