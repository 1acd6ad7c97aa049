package kz.aryz.intake.complaint;

import java.util.Set;
import kz.aryz.intake.json.Json;

/** Whether there is anything in a message that could be a complaint. */
public final class Content {

    /** What only tells how the message came, or on which terms. */
    private static final Set<String> CIRCUMSTANCES =
            Set.of("channel", "language", ComplaintMapping.IDEMPOTENCY_FIELD, "consents");

    private Content() {}

    /** Any text but blanks, any number, any truth value, in any place but those that only tell how the message came. */
    public static boolean isIn(Json body) {
        return body instanceof Json.Obj object
                ? object.members().stream()
                        .filter(member -> !CIRCUMSTANCES.contains(member.name()))
                        .anyMatch(member -> hasLeaf(member.value()))
                : hasLeaf(body);
    }

    private static boolean hasLeaf(Json json) {
        return switch (json) {
            case Json.Obj object -> object.members().stream().anyMatch(member -> hasLeaf(member.value()));
            case Json.Arr array -> array.items().stream().anyMatch(Content::hasLeaf);
            case Json.Text text -> !text.value().codePoints().allMatch(Content::isUnseen);
            case Json.Num number -> true;
            case Json.Bool bool -> true;
            case Json.Null nothing -> false;
        };
    }

    /** A blank of any kind, or a character that nobody sees: a mark of order or width, a control character. */
    private static boolean isUnseen(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isIdentifierIgnorable(codePoint);
    }
}
