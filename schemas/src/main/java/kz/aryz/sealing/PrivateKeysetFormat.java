package kz.aryz.sealing;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import kz.aryz.id.SecretFileException;

/**
 * How a private keyset stands in its file: as Tink's JSON, in clear or encrypted. An encrypted one is bound to its
 * recipient, so that it opens under no other name.
 *
 * @param kek URI of the key it is encrypted with; empty for clear
 */
record PrivateKeysetFormat(Optional<String> kek) {

    /** The field that Tink's JSON of an encrypted keyset has, and of a clear one has not. */
    private static final String ENCRYPTED = "\"encryptedKeyset\"";

    String write(Recipient recipient, KeysetHandle keyset) {
        try {
            return kek.isPresent()
                    ? TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                            keyset, KeyManagement.aead(kek.get()), boundTo(recipient), Tink.HYBRID)
                    : TinkJsonProtoKeysetFormat.serializeKeyset(keyset, Tink.HYBRID, Tink.secretKeyAccess());
        } catch (GeneralSecurityException e) {
            throw new SecretFileException(
                    "The private keyset of " + recipient + " could not be encrypted: look "
                            + "whether the key management service answers and lets this process encrypt.",
                    e);
        }
    }

    /** @param file where the text comes from, for what is said if it is no such keyset */
    KeysetHandle read(Recipient recipient, String text, Path file) {
        return kek.isPresent() ? readEncrypted(recipient, text, file, kek.get()) : readClear(text, file);
    }

    private static KeysetHandle readClear(String text, Path file) {
        if (text.contains(ENCRYPTED)) {
            throw new SecretFileException(file + " is encrypted: name the key in the URI of its directory, as in "
                    + file.toAbsolutePath().resolveSibling("").toUri() + "?kek=URI");
        }
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(text, Tink.HYBRID, Tink.secretKeyAccess());
        } catch (GeneralSecurityException e) {
            throw new SecretFileException(file + " is not a private keyset: put back the one made with the others.");
        }
    }

    private static KeysetHandle readEncrypted(Recipient recipient, String text, Path file, String kek) {
        if (!text.contains(ENCRYPTED)) {
            throw new SecretFileException(file + " lies in clear although its URI names a key: encrypt it with"
                    + " `aryz keys encrypt`, and look who may have read it.");
        }
        try {
            return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                    text, KeyManagement.aead(kek), boundTo(recipient), Tink.HYBRID);
        } catch (GeneralSecurityException e) {
            throw new SecretFileException(
                    file + " cannot be decrypted with " + kek + ": look whether it was encrypted with that key for "
                            + recipient + ", whether the service answers and lets this process decrypt.",
                    e);
        }
    }

    private static byte[] boundTo(Recipient recipient) {
        return ("aryz private keyset|" + recipient).getBytes(StandardCharsets.UTF_8);
    }
}
