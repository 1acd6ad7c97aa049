package kz.aryz.system.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A text that occurs nowhere by chance, and every form in which it could be lying about. */
public final class Canary {

    private static final int BASE64_GROUP = 3;

    private final String text;
    private final Set<String> forms = new TreeSet<>();

    public Canary(String text) {
        this.text = text;
        forms.add(latin(text.getBytes(UTF_8)));
        forms.add(latin(text.getBytes(UTF_16LE)));
        forms.add(latin(text.getBytes(UTF_16BE)));
        forms.add(latin(text.getBytes(Charset.forName("windows-1251"))));
        forms.add(URLEncoder.encode(text, UTF_8));
        forms.add(jsonEscaped(text));
        forms.add(quotedPrintable(text));
        forms.add(HexFormat.of().formatHex(text.getBytes(UTF_8)));
        addBase64(text.getBytes(UTF_8));
    }

    /** Whether the bytes hold the text in any form. */
    boolean isIn(byte[] bytes) {
        String latin = latin(bytes);
        return forms.stream().anyMatch(latin::contains);
    }

    private void addBase64(byte[] bytes) {
        for (int before = 0; before < BASE64_GROUP; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The first and the last group depend on the neighbours.
            forms.add(encoded.substring(4, encoded.length() - 4));
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static String jsonEscaped(String text) {
        return text.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    private static String quotedPrintable(String text) {
        StringBuilder quoted = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            quoted.append(b >= 0 && b != '=' ? String.valueOf((char) b) : "=%02X".formatted(b & 0xFF));
        }
        return quoted.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
