package kz.aryz.triage.desk;

import java.util.Optional;
import java.util.Set;
import kz.aryz.triage.queue.IndexKey;

/**
 * Queues as one instance holds them. A partition that is not there, or is still being restored, is missing from the
 * answer and never answered with less than it holds.
 */
interface Slices {

    /**
     * The first entries of a unit's queue, or of what one person works on in it.
     *
     * @param after the place to start behind; empty for the beginning
     * @param limit how many entries at most
     * @param partitions the partitions that are asked for
     */
    Slice slice(QueuePart part, Optional<IndexKey> after, int limit, Set<Integer> partitions);

    /** How many complaints lie in each queue, of {@code assignee} alone where there is one. */
    Counts counts(Optional<String> assignee, Set<Integer> partitions);

    /** Whose a complaint is. Only the partition that it lies on answers. */
    Findings find(String complaintId, Set<Integer> partitions);
}
