package kz.aryz.notifier.alert;

import java.util.Set;
import java.util.function.Predicate;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Tells the attempts that the ledger has left behind. After a time in which no mail went out, several attempts of one
 * obligation wait in line, and only the first of them is to be made.
 */
public final class PastAttempts implements Predicate<DeliveryAttempt> {

    private final LocalPartitions partitions;

    /** @param partitions of the ledger, as far as they are here */
    public PastAttempts(LocalPartitions partitions) {
        this.partitions = partitions;
    }

    /** False where another instance keeps the obligation, or none can tell now: better twice than never. */
    @Override
    public boolean test(DeliveryAttempt attempt) {
        return partitions
                .<AlertProgress, Boolean>read(
                        NotifierStores.PROGRESS,
                        Set.of(partitionOf(attempt)),
                        progress -> isPast(progress.get(attempt.getObligationId()), attempt))
                .containsValue(true);
    }

    private static boolean isPast(@Nullable AlertProgress progress, DeliveryAttempt attempt) {
        return progress != null && Course.isPast(progress, attempt.getDueAt());
    }

    /** As the ledger writes it: where the complaint is unknown, the obligation's id stands in its place. */
    private static int partitionOf(DeliveryAttempt attempt) {
        String complaintId = attempt.getComplaintId();
        return Topics.ATTEMPTS.partition(complaintId == null ? attempt.getObligationId() : complaintId);
    }
}
