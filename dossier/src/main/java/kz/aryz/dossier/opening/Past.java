package kz.aryz.dossier.opening;

import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.DestructionApproved;
import kz.aryz.schema.LegalHold;
import kz.aryz.schema.SectionOpened;
import kz.aryz.sealing.Section;
import org.jspecify.annotations.Nullable;

/** What is on record about a complaint, in words: who opened it, released it, or decided about its destruction. */
final class Past {

    private final ResourceBundle texts;
    private final UnaryOperator<String> time;

    /** @param time how a time is told */
    Past(ResourceBundle texts, UnaryOperator<String> time) {
        this.texts = texts;
        this.time = time;
    }

    /** A line each; of what this version does not know, none. */
    List<String> of(List<AccessEvent> events) {
        return events.stream().map(this::line).flatMap(Optional::stream).toList();
    }

    /** Empty for what this version does not know. */
    Optional<String> line(AccessEvent event) {
        return Stream.of(
                        fact(event.getOpened(), opened -> opened(event, opened)),
                        fact(
                                event.getReleased(),
                                released -> line("history.released", event, released.getUnit(), who(event))),
                        fact(event.getDestructionApproved(), approved -> approved(event, approved)),
                        fact(event.getLegalHold(), hold -> held(event, hold)),
                        fact(
                                event.getKeyDestroyed(),
                                destroyed -> line("history.destroyed", event, sections(destroyed.getSections()))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static <T> Optional<String> fact(@Nullable T fact, Function<T, String> line) {
        return Optional.ofNullable(fact).map(line);
    }

    private String opened(AccessEvent event, SectionOpened opened) {
        return line(
                "history.entry",
                event,
                sections(List.of(opened.getSection())),
                said("purpose.", opened.getPurpose()),
                who(event));
    }

    private String approved(AccessEvent event, DestructionApproved approved) {
        String reference = approved.getReference();
        String ground = said("ground.", approved.getGround());
        return line(
                "history.approved",
                event,
                sections(approved.getSections()),
                reference == null ? ground : ground + " " + reference,
                who(event));
    }

    private String held(AccessEvent event, LegalHold hold) {
        boolean set = event.getKind() != AccessEventKind.LEGAL_HOLD_LIFTED;
        return line(
                set ? "history.hold-set" : "history.hold-lifted", event, said("reason.", hold.getReason()), who(event));
    }

    private String line(String text, AccessEvent event, Object... more) {
        Object[] words = Stream.concat(
                        Stream.of(time.apply(event.getHeader().getRecordedAt().toString())), Stream.of(more))
                .toArray();
        return texts.getString(text).formatted(words);
    }

    private static String who(AccessEvent event) {
        return event.getHeader().getActorRef();
    }

    private String sections(List<String> paths) {
        return paths.stream()
                .map(path -> path.equals(Section.NOTE.path()) ? texts.getString("history.note") : said("", path))
                .collect(Collectors.joining(", "));
    }

    /** What a code of a later version means is not known here: the code itself is shown. */
    private String said(String prefix, String code) {
        return texts.containsKey(prefix + code) ? texts.getString(prefix + code) : code;
    }
}
