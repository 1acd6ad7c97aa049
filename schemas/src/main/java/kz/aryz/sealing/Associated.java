package kz.aryz.sealing;

import java.nio.charset.StandardCharsets;

/**
 * What a ciphertext is bound to without containing it. None of the parts can hold a {@code |}: ids are UUIDs, sections
 * are fixed names, fingerprints are hexadecimal; so the text is unambiguous.
 */
final class Associated {

    private Associated() {}

    /** Associated data of a section's ciphertext. */
    static byte[] data(String complaintId, String section, String fingerprint) {
        return join(complaintId, section, fingerprint);
    }

    /** Context info of a wrapped data key. */
    static byte[] context(String complaintId, String section, String keyId) {
        return join(complaintId, section, keyId);
    }

    private static byte[] join(String... parts) {
        return String.join("|", parts).getBytes(StandardCharsets.UTF_8);
    }
}
