package kz.aryz.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.KmsClients;
import java.security.GeneralSecurityException;
import java.util.ServiceLoader;
import kz.aryz.id.SecretFileException;

/**
 * The key management service that encrypts private keysets, reached by a {@link KmsClient} of Tink's: one of a library on
 * the class path, with the credentials that this library finds by itself, or one that the process registered.
 */
final class KeyManagement {

    private KeyManagement() {}

    /** @throws SecretFileException if no client knows the key's URI, or it lets nobody in */
    static Aead aead(String kek) {
        try {
            return client(kek).getAead(kek);
        } catch (GeneralSecurityException e) {
            throw new SecretFileException(
                    "The key " + kek + " cannot be used: put Tink's client of that service on the class path (for "
                            + "example com.google.crypto.tink:tink-gcpkms), and give this process its credentials.",
                    e);
        }
    }

    private static KmsClient client(String kek) throws GeneralSecurityException {
        for (KmsClient client : ServiceLoader.load(KmsClient.class)) {
            if (client.doesSupport(kek)) {
                return client.withDefaultCredentials();
            }
        }
        return KmsClients.get(kek);
    }
}
