package kz.aryz.sealing.escrow;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kz.aryz.id.Crockford;
import kz.aryz.id.Sha256;

/**
 * A share as a text that a person can keep on paper and type in again. Every line is a name, a value and four check
 * characters of its own, so that a line with a typing mistake is named; the last line checks the whole. Case, spaces and
 * hyphens within values do not matter; lines that begin with {@code #} are for people.
 */
public final class ShareText {

    private static final String KEYSET = "keyset";
    private static final String SPLIT = "split";
    private static final String PUBLIC_KEY = "public";
    private static final String NUMBER = "share";
    private static final String SHARES = "of";
    private static final String THRESHOLD = "needed";
    private static final String LENGTH = "length";
    private static final String WHOLE = "whole";

    private static final int CHECK_CHARACTERS = 4;
    private static final int WHOLE_CHARACTERS = 12;
    private static final int CHARACTERS_A_LINE = 32;
    private static final int GROUP = 4;

    private ShareText() {}

    /** The text of a share. */
    public static String write(Share share) {
        Map<String, String> lines = lines(share);
        String text = lines.entrySet().stream()
                .map(line -> line(line.getKey(), line.getValue()))
                .collect(Collectors.joining());
        return explanation(share) + text + line(WHOLE, grouped(checkOf(lines, WHOLE_CHARACTERS)));
    }

    /**
     * The share that a text holds.
     *
     * @throws EscrowException if a line is mistyped, missing, or of another share; it names the line
     */
    public static Share read(String text) {
        Map<String, String> lines = new LinkedHashMap<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> take(line, lines));
        String whole = value(lines, WHOLE);
        Share share = share(lines);
        if (!Crockford.canonical(whole).equals(checkOf(lines(share), WHOLE_CHARACTERS))) {
            throw new EscrowException("Each line is right, but they are not all of one share: look at the line '"
                    + WHOLE + "' and whether two sheets were mixed up.");
        }
        return share;
    }

    private static String explanation(Share share) {
        Split split = share.split();
        return """
                # A share of the private keyset %s of Aryz. Any %d of %d restore it: aryz keys restore.
                # Fewer tell nothing. Keep this where nobody else has another one. No letter I, L, O or U is in the lines.
                """.formatted(split.keyset(), split.threshold(), split.shares());
    }

    /** Names and values in the order in which they are written, without the check of the whole. */
    private static Map<String, String> lines(Share share) {
        Split split = share.split();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(KEYSET, split.keyset());
        lines.put(SPLIT, grouped(split.id()));
        lines.put(PUBLIC_KEY, grouped(split.publicKey()));
        lines.put(NUMBER, String.valueOf(share.number()));
        lines.put(SHARES, String.valueOf(split.shares()));
        lines.put(THRESHOLD, String.valueOf(split.threshold()));
        lines.put(LENGTH, String.valueOf(split.length()));
        String part = share.part();
        for (int from = 0; from < part.length(); from += CHARACTERS_A_LINE) {
            String piece = part.substring(from, Math.min(from + CHARACTERS_A_LINE, part.length()));
            lines.put(String.valueOf(from / CHARACTERS_A_LINE + 1), grouped(piece));
        }
        return lines;
    }

    private static String line(String name, String value) {
        return "%-6s  %-39s  %s\n".formatted(name, value, checkOf(Map.of(name, value), CHECK_CHARACTERS));
    }

    private static void take(String line, Map<String, String> lines) {
        List<String> words = List.of(line.split("\\s+"));
        String name = words.getFirst().toLowerCase(Locale.ROOT);
        String value = words.size() < 3 ? "" : String.join(" ", words.subList(1, words.size() - 1));
        boolean right = Crockford.canonical(words.getLast()).equals(checkOf(Map.of(name, value), CHECK_CHARACTERS));
        if (!right) {
            throw new EscrowException("Line '" + name + "' is mistyped: compare it with the paper, the four characters"
                    + " at its end included.");
        }
        if (lines.put(name, value) != null) {
            throw new EscrowException("Line '" + name + "' is there twice.");
        }
    }

    private static Share share(Map<String, String> lines) {
        Split split = new Split(
                code(lines, SPLIT),
                value(lines, KEYSET).toUpperCase(Locale.ROOT),
                code(lines, PUBLIC_KEY),
                number(lines, SHARES),
                number(lines, THRESHOLD),
                number(lines, LENGTH));
        StringBuilder part = new StringBuilder();
        for (int line = 1; lines.containsKey(String.valueOf(line)); line++) {
            part.append(code(lines, String.valueOf(line)));
        }
        if (part.length() != characters(split.length())) {
            int missing = part.length() / CHARACTERS_A_LINE + 1;
            throw new EscrowException("Line '" + missing + "' is missing, or there are too many lines.");
        }
        return new Share(split, number(lines, NUMBER), part.toString());
    }

    private static int characters(int bytes) {
        return (bytes * Byte.SIZE + 4) / 5;
    }

    private static String value(Map<String, String> lines, String name) {
        String value = lines.get(name);
        if (value == null) {
            throw new EscrowException("Line '" + name + "' is missing.");
        }
        return value;
    }

    private static String code(Map<String, String> lines, String name) {
        return Crockford.canonical(value(lines, name));
    }

    private static int number(Map<String, String> lines, String name) {
        try {
            return Integer.parseInt(code(lines, name));
        } catch (NumberFormatException e) {
            throw new EscrowException("Line '" + name + "' is not a number.");
        }
    }

    private static String grouped(String code) {
        return Crockford.grouped(code, GROUP, ' ');
    }

    /** The first characters of a hash over names and values as they are meant, however they are typed. */
    private static String checkOf(Map<String, String> lines, int characters) {
        StringBuilder text = new StringBuilder();
        lines.forEach((name, value) -> text.append(Crockford.canonical(name))
                .append(':')
                .append(Crockford.canonical(value))
                .append('\n'));
        byte[] hash = Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
        return Crockford.encode(hash).substring(0, characters);
    }
}
