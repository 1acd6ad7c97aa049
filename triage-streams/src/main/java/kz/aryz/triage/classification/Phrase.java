package kz.aryz.triage.classification;

import java.util.List;
import java.util.stream.Stream;

/**
 * Words that point to something when they follow each other with at most a few words between. Written as in the lexicon:
 * words separated by blanks; {@code |} between alternatives; {@code *} at the end of a stem, without it the whole word.
 * Immutable.
 */
record Phrase(List<Slot> slots) {

    private static final int WORDS_BETWEEN = 3;

    Phrase {
        slots = List.copyOf(slots);
    }

    static Phrase parse(String text) {
        return new Phrase(Stream.of(text.strip().split("\\s+")).map(Slot::parse).toList());
    }

    Slot first() {
        return slots.getFirst();
    }

    /** Whether the phrase begins at that word. */
    boolean matchesAt(List<String> words, int start) {
        return first().matches(words.get(start)) && restMatches(words, start + 1, 1);
    }

    private boolean restMatches(List<String> words, int from, int slot) {
        if (slot == slots.size()) {
            return true;
        }
        int end = Math.min(words.size(), from + WORDS_BETWEEN + 1);
        for (int next = from; next < end; next++) {
            if (slots.get(slot).matches(words.get(next)) && restMatches(words, next + 1, slot + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Alternatives for one word. */
    record Slot(List<Stem> stems) {

        static Slot parse(String text) {
            return new Slot(Stream.of(text.split("\\|")).map(Stem::parse).toList());
        }

        boolean matches(String word) {
            return stems.stream().anyMatch(stem -> stem.matches(word));
        }
    }

    /** A whole word, or the beginning of one. */
    record Stem(String letters, boolean open) {

        static Stem parse(String text) {
            boolean open = text.endsWith("*");
            String letters = Folding.fold(open ? text.substring(0, text.length() - 1) : text);
            if (letters.length() < 2) {
                throw new IllegalArgumentException("a stem of less than two letters: " + text);
            }
            return new Stem(letters, open);
        }

        boolean matches(String word) {
            return open ? word.startsWith(letters) : word.equals(letters);
        }
    }
}
