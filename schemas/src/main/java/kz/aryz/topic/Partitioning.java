package kz.aryz.topic;

/** How the records of a topic are spread. The number of partitions is fixed for ever. */
public enum Partitioning {
    /** By {@link ComplaintPartition}; topics of this kind are co-partitioned. */
    BY_COMPLAINT(12),
    /** All on one partition, in one order. */
    SINGLE(1);

    private final int partitions;

    Partitioning(int partitions) {
        this.partitions = partitions;
    }

    /** Number of partitions. */
    public int partitions() {
        return partitions;
    }

    int partition(String complaintId) {
        return ComplaintPartition.of(complaintId, partitions);
    }
}
