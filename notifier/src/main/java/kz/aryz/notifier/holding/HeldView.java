package kz.aryz.notifier.holding;

import java.util.List;
import java.util.Optional;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffView;
import org.jspecify.annotations.Nullable;

/** What the page of held complaints shows, in words. */
public final class HeldView extends StaffView {

    private final Optional<HeldPage> page;

    /**
     * @param caller who reads it
     * @param page empty while no instance answers
     */
    HeldView(Language language, Caller caller, Optional<HeldPage> page) {
        super(language, caller, "kz.aryz.notifier.holding.held");
        this.page = page;
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
}
