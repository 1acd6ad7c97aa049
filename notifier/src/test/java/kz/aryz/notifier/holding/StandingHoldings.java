package kz.aryz.notifier.holding;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.Holder;

/** An instance that knows these complaints to be held, and answers for all partitions that it is asked for. */
public record StandingHoldings(Supplier<List<HeldComplaint>> held) implements HeldContents {

    /** The list of one such instance. */
    public static Holdings of(Supplier<List<HeldComplaint>> held) {
        StandingHoldings contents = new StandingHoldings(held);
        HeldRegister register =
                new HeldRegister(new Gathering<>(() -> List.of(contents.on(0)), 1, Duration.ofSeconds(5)));
        return new Holdings(HttpClient.newHttpClient(), contents, register);
    }

    Holder<HeldContents> on(int... partitions) {
        return new Holder<>(this, Set.copyOf(Arrays.stream(partitions).boxed().toList()));
    }

    @Override
    public HeldSlice slice(HeldRange range, Set<Integer> partitions) {
        return new HeldSlice(
                partitions,
                held.get().stream()
                        .filter(complaint -> complaint.place().text().compareTo(range.from()) >= 0)
                        .sorted(Comparator.comparing(HeldComplaint::place))
                        .limit(range.limit())
                        .toList());
    }

    @Override
    public HeldSlice find(String complaintId, Set<Integer> partitions) {
        return new HeldSlice(
                partitions,
                held.get().stream()
                        .filter(complaint -> complaint.complaintId().equals(complaintId))
                        .toList());
    }
}
