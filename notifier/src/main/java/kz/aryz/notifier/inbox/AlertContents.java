package kz.aryz.notifier.inbox;

import java.util.Set;

/**
 * Alerts as one instance holds them. A partition that is not there, or is still being restored, is missing from the
 * answer and never answered with less than it holds.
 */
interface AlertContents {

    /** The first alerts of the range in each of the partitions. */
    AlertSlice slice(InboxRange range, Set<Integer> partitions);

    /** The alert of that id, or nothing, in the partitions. */
    AlertSlice find(String obligationId, Set<Integer> partitions);
}
