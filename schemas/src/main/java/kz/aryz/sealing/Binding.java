package kz.aryz.sealing;

import java.nio.charset.StandardCharsets;

/** What a ciphertext is bound to: parts joined by a bar, which none of them contains. */
final class Binding {

    private Binding() {}

    static byte[] of(String first, String second, String third) {
        return (first + "|" + second + "|" + third).getBytes(StandardCharsets.UTF_8);
    }
}
