package kz.aryz.intake.clerk;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.aryz.runtime.http.Language;

/**
 * A code as it is read out: group by group; in English with the words of the radiotelephony alphabet (ICAO, Annex 10). Kazakh
 * and Russian have none for Latin letters.
 *
 * @param code all of it, as it is written
 */
public record Dictation(String code, List<Group> groups) {

    private static final Map<Character, String> WORDS = Map.ofEntries(
            Map.entry('A', "Alfa"),
            Map.entry('B', "Bravo"),
            Map.entry('C', "Charlie"),
            Map.entry('D', "Delta"),
            Map.entry('E', "Echo"),
            Map.entry('F', "Foxtrot"),
            Map.entry('G', "Golf"),
            Map.entry('H', "Hotel"),
            Map.entry('I', "India"),
            Map.entry('J', "Juliett"),
            Map.entry('K', "Kilo"),
            Map.entry('L', "Lima"),
            Map.entry('M', "Mike"),
            Map.entry('N', "November"),
            Map.entry('O', "Oscar"),
            Map.entry('P', "Papa"),
            Map.entry('Q', "Quebec"),
            Map.entry('R', "Romeo"),
            Map.entry('S', "Sierra"),
            Map.entry('T', "Tango"),
            Map.entry('U', "Uniform"),
            Map.entry('V', "Victor"),
            Map.entry('W', "Whiskey"),
            Map.entry('X', "X-ray"),
            Map.entry('Y', "Yankee"),
            Map.entry('Z', "Zulu"));

    public Dictation {
        groups = List.copyOf(groups);
    }

    /**
     * What is read out in one breath.
     *
     * @param characters one by one
     * @param words the same in words; empty where the language has none
     */
    public record Group(String characters, String words) {

        @Override
        public String toString() {
            return "Group[redacted]";
        }
    }

    static Dictation of(String code, Language language) {
        return new Dictation(
                code,
                Arrays.stream(code.split("-", -1))
                        .map(group -> new Group(separated(group), language == Language.ENGLISH ? words(group) : ""))
                        .toList());
    }

    private static String separated(String group) {
        return group.chars().mapToObj(Character::toString).collect(joining(" "));
    }

    private static String words(String group) {
        return group.chars()
                .mapToObj(character -> WORDS.getOrDefault((char) character, Character.toString(character)))
                .collect(joining(" "));
    }

    @Override
    public String toString() {
        return "Dictation[redacted]";
    }
}
