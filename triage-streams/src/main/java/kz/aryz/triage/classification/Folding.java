package kz.aryz.triage.classification;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Brings the spellings of a word together: Kazakh in Cyrillic, in Cyrillic without its own letters (as on a Russian
 * keyboard) and in any of its Latin alphabets, Russian in Cyrillic and transliterated. The result is plain ASCII and only
 * good for comparing.
 */
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02BC\u02B9`]");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");

    private static final Map<Character, String> LETTERS = Map.<Character, String>ofEntries(
            Map.entry('а', "a"),
            Map.entry('ә', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('ғ', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('ё', "e"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('й', "i"),
            Map.entry('к', "k"),
            Map.entry('қ', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('ң', "n"),
            Map.entry('о', "o"),
            Map.entry('ө', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ұ', "u"),
            Map.entry('ү', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "h"),
            Map.entry('һ', "h"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shch"),
            Map.entry('ъ', ""),
            Map.entry('ы', "i"),
            Map.entry('і', "i"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "iu"),
            Map.entry('я', "ia"),
            Map.entry('ş', "sh"),
            Map.entry('ç', "ch"),
            Map.entry('ı', "i"),
            Map.entry('ŋ', "n"),
            Map.entry('ə', "a"),
            Map.entry('q', "k"),
            Map.entry('j', "zh"),
            Map.entry('y', "i"),
            Map.entry('w', "u"),
            Map.entry('x', "h"));

    private Folding() {}

    /** The words of a text, folded. */
    static List<String> words(String text) {
        String folded = SEPARATORS.matcher(fold(text)).replaceAll(" ").strip();
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /** The text, folded; what is neither letter nor digit stays. */
    static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String bare = APOSTROPHES.matcher(composed).replaceAll("");
        StringBuilder letters = new StringBuilder(bare.length());
        bare.chars().forEach(letter -> letters.append(letter((char) letter)));
        return MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String letter(char letter) {
        return LETTERS.getOrDefault(letter, String.valueOf(letter));
    }
}
