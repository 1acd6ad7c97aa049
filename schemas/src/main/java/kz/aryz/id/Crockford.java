package kz.aryz.id;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Crockford's base 32: digits and letters without I, L, O and U, so that a code survives a telephone line, and a check
 * character modulo 37. See https://www.crockford.com/base32.html.
 */
public final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHECK_MODULUS = 37;
    private static final char MINUS = '\u2212';
    private static final String CYRILLIC =
            "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423\u04ae\u0406\u04c0\u0417";
    private static final String LOOKS_LIKE = "ABEKMH0PCTXYY113";

    private Crockford() {}

    /**
     * Encodes the leading bits of a hash.
     *
     * @param characters how many characters of five bits each
     */
    static String encode(byte[] hash, int characters) {
        StringBuilder text = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            text.append(ALPHABET.charAt(fiveBits(hash, i * 5)));
        }
        return text.toString();
    }

    /** All of {@code bytes}, without a check character; the last character is filled up with zero bits. */
    public static String encode(byte[] bytes) {
        return encode(bytes, (bytes.length * 8 + 4) / 5);
    }

    /**
     * The bytes behind what a person typed or said; read as {@link #canonical} reads it.
     *
     * @return empty if a character is foreign or the text is not that of whole bytes
     */
    public static Optional<byte[]> decode(String typed) {
        String code = canonical(typed);
        byte[] bytes = new byte[code.length() * 5 / 8];
        for (int bit = 0; bit < code.length() * 5; bit++) {
            int value = ALPHABET.indexOf(code.charAt(bit / 5));
            boolean set = (value >> (4 - bit % 5) & 1) == 1;
            if (value < 0 || (set && bit / 8 >= bytes.length)) {
                return Optional.empty();
            }
            if (set) {
                bytes[bit / 8] |= (byte) (1 << (7 - bit % 8));
            }
        }
        return encode(bytes).equals(code) ? Optional.of(bytes) : Optional.empty();
    }

    /**
     * What was typed, as it was meant: in upper case, without blanks and hyphens of any kind, O as 0, I and L as 1, Cyrillic letters
     * as the Latin ones they look like. Foreign characters stay.
     */
    public static String canonical(String typed) {
        StringBuilder code = new StringBuilder(typed.length());
        String upper = typed.toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            char character = canonical(upper.charAt(i));
            if (!isSeparator(character)) {
                code.append(character);
            }
        }
        return code.toString();
    }

    private static int fiveBits(byte[] bytes, int from) {
        int value = 0;
        for (int bit = from; bit < from + 5; bit++) {
            int set = bit / 8 < bytes.length ? bytes[bit / 8] >> (7 - bit % 8) & 1 : 0;
            value = value << 1 | set;
        }
        return value;
    }

    /** The check value of a code, 0 to 36; below 32 it is a character of the alphabet itself. */
    static int checkValue(String code) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < code.length(); i++) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(code.charAt(i))));
        }
        return number.mod(BigInteger.valueOf(CHECK_MODULUS)).intValueExact();
    }

    /** Whether the check character of a code can be spoken, that is, is none of the symbols * ~ $ = and not U. */
    static boolean hasSpeakableCheck(String code) {
        return checkValue(code) < ALPHABET.length();
    }

    /** The code with its check character; the code must have a speakable one. */
    static String withCheck(String code) {
        return code + ALPHABET.charAt(checkValue(code));
    }

    /**
     * What a person typed or said, read back: any case, blanks and hyphens of any kind anywhere, O for 0, I and L for 1,
     * Cyrillic letters for the Latin ones they look like.
     *
     * @param length characters expected, the check character included
     * @return the code with its check character; empty if it has another length, a foreign character or a wrong check
     */
    static Optional<String> read(String typed, int length) {
        String code = canonical(typed);
        boolean fits = code.length() == length && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return fits && isChecked(code) ? Optional.of(code) : Optional.empty();
    }

    /** Blanks, hyphens, and what is not seen at all, as phones, word processors and printed pages make them. */
    private static boolean isSeparator(char character) {
        return Character.getType(character) == Character.DASH_PUNCTUATION
                || character == MINUS
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isIdentifierIgnorable(character);
    }

    private static boolean isChecked(String code) {
        String body = code.substring(0, code.length() - 1);
        return hasSpeakableCheck(body) && withCheck(body).equals(code);
    }

    private static char canonical(char typed) {
        return switch (typed) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> latin(typed);
        };
    }

    /** The Latin letter or digit that a Cyrillic letter looks like, for who copies a code on a Kazakh or Russian keyboard. */
    private static char latin(char typed) {
        int alike = CYRILLIC.indexOf(typed);
        return alike < 0 ? typed : LOOKS_LIKE.charAt(alike);
    }

    /** The code in groups, for reading aloud. */
    static String grouped(String code, int size) {
        return grouped(code, size, '-');
    }

    /** The code in groups with {@code between} between them. */
    public static String grouped(String code, int size, char between) {
        StringBuilder text = new StringBuilder(code.length() + code.length() / size);
        for (int i = 0; i < code.length(); i++) {
            if (i > 0 && i % size == 0) {
                text.append(between);
            }
            text.append(code.charAt(i));
        }
        return text.toString();
    }
}
