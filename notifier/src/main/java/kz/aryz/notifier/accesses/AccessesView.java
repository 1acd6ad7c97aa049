package kz.aryz.notifier.accesses;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.http.SelfRefresh;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffView;
import org.jspecify.annotations.Nullable;

/** What the page of accesses shows, in words. */
public final class AccessesView extends StaffView {

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT).withZone(Reference.ZONE);

    private static final String HERE = "/accesses";

    private final Optional<AccessPage> page;
    private final boolean latest;
    private final boolean still;
    private final boolean leadsToComplaints;

    /**
     * @param caller who reads it
     * @param page empty while the record cannot be read
     * @param latest whether it begins with what was done last
     * @param still whether the page leaves refreshing to the reader
     * @param leadsToComplaints whether the reader may see the complaints as well
     */
    AccessesView(
            Language language,
            Caller caller,
            Optional<AccessPage> page,
            boolean latest,
            boolean still,
            boolean leadsToComplaints) {
        super(language, caller, "kz.aryz.notifier.accesses.accesses");
        this.page = page;
        this.latest = latest;
        this.still = still;
        this.leadsToComplaints = leadsToComplaints;
    }

    public boolean unavailable() {
        return page.isEmpty();
    }

    public boolean leadsToComplaints() {
        return leadsToComplaints;
    }

    public List<AccessEntry> accesses() {
        return page.map(AccessPage::items).orElse(List.of());
    }

    public @Nullable String next() {
        return page.map(AccessPage::next).map(next -> HERE + "?after=" + next).orElse(null);
    }

    /** Whether there can be something new on this page. */
    public boolean isLatest() {
        return latest;
    }

    /** Whether the page refreshes itself. */
    public boolean refreshesItself() {
        return latest && !still;
    }

    /** The latest, as the reader wants it refreshed. */
    public String self() {
        return latestPage(still);
    }

    /** The latest refreshing itself, or no longer. */
    public String refreshSwitch() {
        return latestPage(!still);
    }

    private static String latestPage(boolean still) {
        return still ? HERE + '?' + SelfRefresh.STILL : HERE;
    }

    /** What was opened, or what else was done. */
    public String what(AccessEntry access) {
        if (access.releasedTo() != null) {
            return text("released").formatted(access.releasedTo());
        }
        String act = "kind." + access.kind();
        if (texts().containsKey(act)) {
            return access.section() == null ? text(act) : text(act) + ": " + sections(access.section());
        }
        return access.section() == null ? text("unreadable") : said("section.", access.section());
    }

    private String sections(String paths) {
        return Stream.of(paths.split(" ", -1))
                .map(path -> said("section.", path))
                .collect(Collectors.joining(", "));
    }

    public String purpose(AccessEntry access) {
        return access.purpose() == null ? "" : said("purpose.", access.purpose());
    }

    /** That time, to the second. */
    @Override
    public String time(String iso) {
        return TO_THE_SECOND.format(Instant.parse(iso));
    }
}
