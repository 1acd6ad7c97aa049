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
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffView;
import org.jspecify.annotations.Nullable;

/** What the page of accesses shows, in words. */
public final class AccessesView extends StaffView {

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT).withZone(Reference.ZONE);

    private final Optional<AccessPage> page;
    private final AccessAddress here;
    private final boolean leadsToComplaints;

    /**
     * @param caller who reads it
     * @param page empty while the record cannot be read
     * @param here where it lies
     * @param leadsToComplaints whether the reader may see the complaints as well
     */
    AccessesView(
            Language language,
            Caller caller,
            Optional<AccessPage> page,
            AccessAddress here,
            boolean leadsToComplaints) {
        super(language, caller, "kz.aryz.notifier.accesses.accesses");
        this.page = page;
        this.here = here;
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
        return page.map(AccessPage::next).map(next -> here.from(next).href()).orElse(null);
    }

    /** Whether there can be something new on this page. */
    public boolean isLatest() {
        return here.isLatest();
    }

    /** Whether the page refreshes itself. */
    public boolean refreshesItself() {
        return isLatest() && !here.still();
    }

    /** The latest, as the reader wants it refreshed. */
    public String self() {
        return here.latest().href();
    }

    /** The latest refreshing itself, or no longer. */
    public String refreshSwitch() {
        return here.withStill(!here.still()).href();
    }

    /** This page in another language. */
    public String in(Language other) {
        return here.in(other);
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
