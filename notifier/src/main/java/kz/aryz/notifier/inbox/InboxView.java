package kz.aryz.notifier.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffView;
import kz.aryz.schema.Names;
import org.jspecify.annotations.Nullable;

/** What the inbox page shows, in words. */
public final class InboxView extends StaffView {

    private final Optional<AlertPage> page;
    private final Optional<AlertState> state;
    private final Optional<Reference> reference;
    private final boolean confirmed;
    private final Optional<TypedNote> typed;

    /**
     * @param caller who reads it
     * @param page empty while no instance answers
     * @param state what the page is narrowed to
     * @param reference for names; without it codes are shown
     * @param confirmed whether the reader has just confirmed an alert
     * @param typed what they wanted to confirm one with, and did not
     */
    InboxView(
            Language language,
            Caller caller,
            Optional<AlertPage> page,
            Optional<AlertState> state,
            Optional<Reference> reference,
            boolean confirmed,
            Optional<TypedNote> typed) {
        super(language, caller, "kz.aryz.notifier.inbox.inbox");
        this.page = page;
        this.state = state;
        this.reference = reference;
        this.confirmed = confirmed;
        this.typed = typed;
    }

    public boolean unavailable() {
        return page.isEmpty();
    }

    public boolean partial() {
        return page.map(AlertPage::partial).orElse(false);
    }

    public boolean confirmed() {
        return confirmed;
    }

    /** Why nothing was confirmed, and what to do; null where nothing went wrong. */
    public @Nullable String why() {
        return typed.map(TypedNote::why).map(this::text).orElse(null);
    }

    /** What was typed about an alert that is not in this list any more; null where there is nothing to keep. */
    public @Nullable String strayNote() {
        return typed.filter(known -> alerts().stream()
                        .noneMatch(alert -> open(alert) && alert.obligationId().equals(known.obligationId())))
                .map(TypedNote::note)
                .filter(note -> !note.isBlank())
                .orElse(null);
    }

    /** What was typed about the alert; empty where nothing was. */
    public String typedNote(AlertEntry alert) {
        return typed.filter(known -> known.obligationId().equals(alert.obligationId()))
                .map(TypedNote::note)
                .orElse("");
    }

    public List<AlertEntry> alerts() {
        return page.map(AlertPage::items).orElse(List.of());
    }

    /** The beginning of this list. */
    public String self() {
        return InboxPage.address(state).toString();
    }

    /** The beginning of this list in another language. */
    public String in(Language other) {
        return InboxPage.address(state).in(other).toString();
    }

    public @Nullable String next() {
        return page.map(AlertPage::next)
                .map(next -> InboxPage.address(state).with("after", next).toString())
                .orElse(null);
    }

    /** Where a person confirms the alert and comes back to this list. */
    public String confirmation(AlertEntry alert) {
        return InboxPage.confirmation(alert.obligationId(), state);
    }

    public boolean shows(@Nullable AlertState only) {
        return state.equals(Optional.ofNullable(only));
    }

    public boolean open(AlertEntry alert) {
        return alert.state() == AlertState.OPEN;
    }

    public @Nullable String region(AlertEntry alert) {
        return named(
                alert.regionCode(),
                (release, code) -> release.region(code, day(alert)).map(region -> region.getNames()));
    }

    public @Nullable String facilityType(AlertEntry alert) {
        return named(
                alert.facilityType(),
                (release, code) -> release.facilityType(code, day(alert)).map(type -> type.getNames()));
    }

    /** How the mail about it stands, in a sentence. */
    public String mail(AlertEntry alert) {
        if (alert.deliveredAt() != null) {
            return text("mail.delivered").formatted(time(alert.deliveredAt()));
        }
        String attempts = text("mail.attempts").formatted(alert.attempts());
        return alert.lastResult() == null ? attempts : attempts + ' ' + text("mail.result." + alert.lastResult());
    }

    private @Nullable String named(@Nullable String code, BiFunction<Reference, String, Optional<Names>> lookup) {
        return code == null
                ? null
                : reference
                        .flatMap(release -> lookup.apply(release, code))
                        .map(language()::name)
                        .orElse(code);
    }

    private static LocalDate day(AlertEntry alert) {
        return Reference.day(Instant.parse(alert.receivedAt() == null ? alert.createdAt() : alert.receivedAt()));
    }
}
