package kz.aryz.sealing.rotation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.rotation.KeyRows.Outdated;

/**
 * Renews the outdated rows of one partition.
 *
 * <p>Kafka has no conditional write, and a tombstone that comes between the reading of a row and its renewal would be
 * undone by the renewal. So rows are renewed within a transaction, and before it is committed everything is looked at that
 * lies on the partition between what was read and what was written, committed or not. If anybody else wrote about one of
 * the keys, the transaction is aborted, no reader of committed records ever saw it, and the rows are read again. What
 * comes after a renewed row has the last word, as always. A rotation that dies on the way leaves an open transaction,
 * which the brokers abort when its time is over.
 */
final class PartitionRenewal {

    private static final int BATCH = 500;
    private static final int MOST_VAIN_ROUNDS = 60;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final KeyRows rows;
    private final Onlooker onlooker;
    private final RenewalWriter writer;
    private final Renewal renewal;

    PartitionRenewal(KeyRows rows, Onlooker onlooker, RenewalWriter writer, Renewal renewal) {
        this.rows = rows;
        this.onlooker = onlooker;
        this.writer = writer;
        this.renewal = renewal;
    }

    Tally run() {
        rows.readOn();
        Tally before = rows.tally(0);
        int renewed = 0;
        int vain = 0;
        while (!rows.outdated().isEmpty() && vain < MOST_VAIN_ROUNDS) {
            int done = round();
            renewed += done;
            if (done == 0) {
                vain++;
                rows.await(PAUSE);
            }
            rows.readOn();
        }
        return new Tally(
                renewed,
                before.current(),
                before.ofOthers(),
                rows.tally(0).unreadable(),
                rows.outdated().size());
    }

    private int round() {
        onlooker.lookFrom(rows.position());
        List<Outdated> outdated = rows.outdated();
        int done = 0;
        for (int from = 0; from < outdated.size(); from += BATCH) {
            done += renew(outdated.subList(from, Math.min(from + BATCH, outdated.size())));
        }
        return done;
    }

    /** How many rows it renewed: all that can be, or none because somebody else wrote about one of them. */
    private int renew(List<Outdated> batch) {
        Map<Outdated, WrappedKey> renewals = new LinkedHashMap<>();
        for (Outdated outdated : batch) {
            Optional<WrappedKey> row = renewal.renew(outdated.row());
            if (row.isEmpty()) {
                rows.giveUp(outdated.key());
            } else if (!onlooker.saw(outdated.key())) {
                renewals.put(outdated, row.get());
            }
        }
        return renewals.isEmpty() || !publish(renewals) ? 0 : renewals.size();
    }

    private boolean publish(Map<Outdated, WrappedKey> renewals) {
        onlooker.lookThrough(writer.write(renewals));
        if (renewals.keySet().stream().map(Outdated::key).anyMatch(onlooker::saw)) {
            writer.abort();
            return false;
        }
        writer.commit();
        return true;
    }
}
