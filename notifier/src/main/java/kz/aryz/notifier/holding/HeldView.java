package kz.aryz.notifier.holding;

import gg.jte.Content;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.signin.Caller;
import org.jspecify.annotations.Nullable;

/** What the page of held complaints shows, in words. */
public final class HeldView {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Almaty"));

    private final Language language;
    private final Caller caller;
    private final Optional<HeldPage> page;
    private final ResourceBundle texts;

    /**
     * @param caller who reads it
     * @param page empty while no instance answers
     */
    HeldView(Language language, Caller caller, Optional<HeldPage> page) {
        this.language = language;
        this.caller = caller;
        this.page = page;
        this.texts = language.texts("kz.aryz.notifier.holding.held");
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

    public boolean partial() {
        return page.map(HeldPage::partial).orElse(false);
    }

    public List<HeldComplaint> complaints() {
        return page.map(HeldPage::items).orElse(List.of());
    }

    public @Nullable String next() {
        return page.map(HeldPage::next)
                .map(next -> Holdings.PATH + "?after=" + next)
                .orElse(null);
    }

    public String time(String iso) {
        return DAY_AND_TIME.format(Instant.parse(iso));
    }
}
