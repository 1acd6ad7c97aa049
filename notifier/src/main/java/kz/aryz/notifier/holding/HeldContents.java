package kz.aryz.notifier.holding;

import java.util.Set;

/**
 * What one instance knows to be held. A partition that is not there, or is still being restored, is missing from the answer and
 * never answered with less than it holds.
 */
interface HeldContents {

    /** The first of the range in the partitions. */
    HeldSlice slice(HeldRange range, Set<Integer> partitions);

    /** That complaint, if it is held and in the partitions. */
    HeldSlice find(String complaintId, Set<Integer> partitions);
}
