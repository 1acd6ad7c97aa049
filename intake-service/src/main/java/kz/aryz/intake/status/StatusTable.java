package kz.aryz.intake.status;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.aryz.intake.log.Rows;
import kz.aryz.schema.ComplaintStatus;
import org.jspecify.annotations.Nullable;

/** What an instance has read of {@code complaints.status}, by keyed hash of the receipt key. */
public final class StatusTable implements Rows<ComplaintStatus> {

    private final Map<String, ComplaintStatus> rows = new ConcurrentHashMap<>();

    @Override
    public void row(int partition, long offset, String key, @Nullable ComplaintStatus status) {
        if (status == null) {
            rows.remove(key);
        } else {
            rows.put(key, status);
        }
    }

    Optional<ComplaintStatus> find(String statusKey) {
        return Optional.ofNullable(rows.get(statusKey));
    }
}
