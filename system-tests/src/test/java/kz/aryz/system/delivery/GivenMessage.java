package kz.aryz.system.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as a sender gave it, with the line ends of the wire and without the dots that the wire wants.
 *
 * @param text its bytes, each as one character
 */
record GivenMessage(String text) {

    private static final Pattern OBLIGATION = Pattern.compile("(?m)^X-Aryz-Obligation: (\\S+)$");

    static GivenMessage of(byte[] bytes) {
        return new GivenMessage(new String(bytes, ISO_8859_1));
    }

    String obligationId() {
        Matcher header = OBLIGATION.matcher(text);
        return header.find() ? header.group(1) : "";
    }

    boolean isOf(String obligation) {
        return obligationId().equals(obligation);
    }

    byte[] bytes() {
        return text.getBytes(ISO_8859_1);
    }
}
