package kz.aryz.sealing.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import kz.aryz.id.Crockford;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShareTextTest {

    private static final byte[] SECRET = new byte[137];

    private final List<Share> shares = split(SECRET);
    private final Share share = shares.get(1);
    private final String text = ShareText.write(share);

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll @Size(min = 1, max = 300) byte[] secret) {
        assertThat(split(secret))
                .allSatisfy(
                        one -> assertThat(ShareText.read(ShareText.write(one))).isEqualTo(one));
    }

    @Test
    void itFitsOnASheetOfPaper() {
        assertThat(text.lines()).hasSizeLessThan(40);
        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(54));
    }

    @Test
    void howItIsTypedInDoesNotMatter() {
        String typed = text.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replaceAll(" +", " ");

        assertThat(ShareText.read(typed.replaceAll("(?m)^l ", "1 "))).isEqualTo(share);
    }

    @Test
    void theOrderOfLinesDoesNotMatter() {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.reverse(lines);

        assertThat(ShareText.read(String.join("\n", lines))).isEqualTo(share);
    }

    /** Of any one character in any line, the checks included; in one case of a million it is the whole that shows it. */
    @Property(tries = 500)
    void aTypingMistakeIsFound(
            @ForAll @IntRange(min = 0, max = 2_000) int place, @ForAll @IntRange(min = 1, max = 31) int shift) {
        List<String> lines = new ArrayList<>(
                text.lines().filter(line -> !line.startsWith("#")).toList());
        int number = place % lines.size();
        String line = lines.get(number);
        int column = 8 + place / lines.size() % (line.length() - 8);
        char right = line.charAt(column);
        Assume.that(right != ' ');
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        int index = alphabet.indexOf(Crockford.canonical(String.valueOf(right)));
        lines.set(number, replaced(line, column, alphabet.charAt((index + shift) % alphabet.length())));

        assertThatThrownBy(() -> ShareText.read(String.join("\n", lines))).isInstanceOf(EscrowException.class);
    }

    @Test
    void theLineWithATypingMistakeIsNamed() {
        Share known = new Share(share.split(), 2, "0".repeat(share.part().length()));
        String right = ShareText.write(known);
        String third = lineOf(right, "3 ");

        assertThatThrownBy(() -> ShareText.read(right.replace(third, replaced(third, 8, '7'))))
                .isInstanceOf(EscrowException.class)
                .hasMessageContaining("Line '3' is mistyped");
    }

    @Test
    void aLineThatIsMissingIsNamed() {
        assertThatThrownBy(() -> ShareText.read(without("3 "))).hasMessageContaining("Line '3' is missing");
        assertThatThrownBy(() -> ShareText.read(without("needed"))).hasMessageContaining("Line 'needed' is missing");
        assertThatThrownBy(() -> ShareText.read(without("whole"))).hasMessageContaining("Line 'whole' is missing");
        assertThatThrownBy(() -> ShareText.read("")).isInstanceOf(EscrowException.class);
    }

    @Test
    void aLineOfAnotherHoldersSheetIsFound() {
        String foreign = lineOf(ShareText.write(shares.get(2)), "3 ");

        assertThatThrownBy(() -> ShareText.read(text.replace(lineOf(text, "3 "), foreign)))
                .isInstanceOf(EscrowException.class)
                .hasMessageContaining("not all of one share");
    }

    @Test
    void linesThatChangedPlacesAreFound() {
        String third = lineOf(text, "3 ");
        String swapped = text.replace(third, third.replaceFirst("3", "4"));

        assertThatThrownBy(() -> ShareText.read(swapped))
                .isInstanceOf(EscrowException.class)
                .hasMessageContaining("Line '4'");
    }

    @Test
    void noMessageRepeatsWhatIsInALine() {
        String content = lineOf(text, "3 ").substring(8, 12);

        assertThatThrownBy(() -> ShareText.read(text.replace(content, "0000")))
                .isInstanceOf(EscrowException.class)
                .hasMessageNotContaining(content);
    }

    private static List<Share> split(byte[] secret) {
        return new SecretSharing(new SecureRandom()).split(secret, "COMMISSIONER", "0123456789ABCDEFGHJKMNPQ", 5, 3);
    }

    private String without(String name) {
        return text.replace(lineOf(text, name) + "\n", "");
    }

    private static String lineOf(String text, String name) {
        return text.lines().filter(line -> line.startsWith(name)).findFirst().orElseThrow();
    }

    private static String replaced(String line, int column, char character) {
        return line.substring(0, column) + character + line.substring(column + 1);
    }
}
