package kz.aryz.notifier.accesses;

import gg.jte.Content;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.signin.Caller;
import org.jspecify.annotations.Nullable;

/** What the page of accesses shows, in words. */
public final class AccessesView {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Almaty"));

    private final Language language;
    private final Caller caller;
    private final Optional<AccessPage> page;
    private final boolean leadsToComplaints;
    private final ResourceBundle texts;

    /**
     * @param caller who reads it
     * @param page empty while the record cannot be read
     * @param leadsToComplaints whether the reader may see the complaints as well
     */
    AccessesView(Language language, Caller caller, Optional<AccessPage> page, boolean leadsToComplaints) {
        this.language = language;
        this.caller = caller;
        this.page = page;
        this.leadsToComplaints = leadsToComplaints;
        this.texts = language.texts("kz.aryz.notifier.accesses.accesses");
    }

    public String text(String key) {
        return texts.getString(key);
    }

    public Language language() {
        return language;
    }

    /** Who is signed in, for the navigation. */
    public Content badge() {
        return caller.badge(language);
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
        return page.map(AccessPage::next).map(next -> "/accesses?after=" + next).orElse(null);
    }

    /** What was opened, or what else was done. */
    public String what(AccessEntry access) {
        String act = "kind." + access.kind();
        if (texts.containsKey(act)) {
            if (access.releasedTo() != null) {
                return text("released").formatted(access.releasedTo());
            }
            return access.section() == null ? text(act) : text(act) + ": " + sections(access.section());
        }
        if (access.releasedTo() != null) {
            return text("released").formatted(access.releasedTo());
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

    public String time(String iso) {
        return DAY_AND_TIME.format(Instant.parse(iso));
    }

    /** A code of a later version is shown as it is. */
    private String said(String prefix, String code) {
        return texts.containsKey(prefix + code) ? text(prefix + code) : code;
    }
}
