package kz.aryz.intake.receipt;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kz.aryz.intake.log.Rows;
import kz.aryz.schema.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What an instance has read of {@code intake.receipts}: the first claim of each complaint, when it was answered, and whether the
 * answer was left. Filled by one thread, asked by many.
 */
public final class ReceiptTable implements Rows<Receipt> {

    private final Map<String, FirstClaim> claims = new ConcurrentHashMap<>();
    private final Map<String, FirstClaim> byStatusKey = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Instant>> answers = new ConcurrentHashMap<>();
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Progress> progress = new ConcurrentHashMap<>();

    @Override
    public void row(int partition, long offset, String key, @Nullable Receipt receipt) {
        if (receipt == null) {
            return;
        }
        switch (receipt.getKind()) {
            case CLAIMED -> claimed(offset, receipt);
            case ANSWERED ->
                answer(receipt.getComplaintId()).complete(receipt.getAnswered().getAt());
            case LEFT -> left.add(receipt.getComplaintId());
            case UNKNOWN -> {}
        }
    }

    @Override
    public void reached(int partition, long position) {
        progress(partition).reached(position);
    }

    /** Completes when all of the partition below the position has been read. */
    CompletableFuture<Void> read(int partition, long position) {
        return progress(partition).await(position);
    }

    /** The first claim of the complaint, as far as has been read. */
    Optional<FirstClaim> first(String complaintId) {
        return Optional.ofNullable(claims.get(complaintId));
    }

    /** The first claim whose receipt key has this keyed hash. */
    public Optional<FirstClaim> byStatusKey(String statusKey) {
        return Optional.ofNullable(byStatusKey.get(statusKey));
    }

    /** Completes when somebody has noted that the complaint is safe, with the time of the first such note. */
    CompletableFuture<Instant> answer(String complaintId) {
        return answers.computeIfAbsent(complaintId, any -> new CompletableFuture<>());
    }

    /** Whether whoever was shown the answer is known to have left it. */
    boolean isLeft(String complaintId) {
        return left.contains(complaintId) || leaving.contains(complaintId);
    }

    /** Whether that has been noted. */
    boolean isNotedAsLeft(String complaintId) {
        return left.contains(complaintId);
    }

    /** Whoever was shown the answer leaves it, and it is still to be noted. */
    void leaving(String complaintId) {
        if (claims.containsKey(complaintId)) {
            leaving.add(complaintId);
        }
    }

    private void claimed(long offset, Receipt receipt) {
        FirstClaim claim = new FirstClaim(offset, receipt.getClaimed());
        if (claims.putIfAbsent(receipt.getComplaintId(), claim) == null) {
            byStatusKey.put(claim.claimed().getStatusKey(), claim);
        }
    }

    private Progress progress(int partition) {
        return progress.computeIfAbsent(partition, any -> new Progress());
    }

    /** How far a partition has been read, and who waits for more. */
    private static final class Progress {

        private final NavigableMap<Long, CompletableFuture<Void>> waiting = new TreeMap<>();
        private long position;

        synchronized CompletableFuture<Void> await(long wanted) {
            return wanted <= position
                    ? CompletableFuture.completedFuture(null)
                    : waiting.computeIfAbsent(wanted, any -> new CompletableFuture<>());
        }

        synchronized void reached(long reached) {
            position = Math.max(position, reached);
            NavigableMap<Long, CompletableFuture<Void>> met = waiting.headMap(position, true);
            met.values().forEach(waiter -> waiter.complete(null));
            met.clear();
        }
    }
}
