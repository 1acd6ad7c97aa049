package kz.aryz.triage.queue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the broker, once per queue: queues are kept for ever, so that one that was there stays there. */
public final class BrokerQueueTopics implements QueueTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** @param admin stays the caller's to close */
    public BrokerQueueTopics(Admin admin) {
        this.admin = admin;
    }

    @Override
    public boolean exists(String unit) {
        if (seen.contains(unit)) {
            return true;
        }
        boolean there = isAtBroker(Topics.queue(unit).name());
        if (there) {
            seen.add(unit);
        }
        return there;
    }

    private boolean isAtBroker(String topic) {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new TimeoutException("the broker did not say whether " + topic + " exists", failure);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new TimeoutException("the broker did not say whether " + topic + " exists", late);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }
}
