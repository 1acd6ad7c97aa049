package kz.aryz.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A key management service that lives in this process: {@code test-kms://NAME} is a key that nobody else has. Found by
 * Tink as those of the clouds are, by its entry under {@code META-INF/services}.
 */
public final class InMemoryKms implements KmsClient {

    private static final String SCHEME = "test-kms://";
    private static final Map<String, Aead> KEYS = new ConcurrentHashMap<>();
    private static final AtomicInteger DECRYPTIONS = new AtomicInteger();

    private final boolean letIn;

    /** One that has no credentials yet. */
    public InMemoryKms() {
        this(false);
    }

    private InMemoryKms(boolean letIn) {
        this.letIn = letIn;
    }

    static int decryptions() {
        return DECRYPTIONS.get();
    }

    @Override
    public boolean doesSupport(String keyUri) {
        return keyUri.startsWith(SCHEME);
    }

    @Override
    public KmsClient withCredentials(@Nullable String credentialPath) {
        return withDefaultCredentials();
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return new InMemoryKms(true);
    }

    @Override
    public Aead getAead(@Nullable String keyUri) throws GeneralSecurityException {
        if (!letIn || keyUri == null) {
            throw new GeneralSecurityException("Who are you?");
        }
        return counting(KEYS.computeIfAbsent(keyUri, uri -> newKey()));
    }

    private static Aead newKey() {
        try {
            return Tink.newDataKey().getPrimitive(Tink.AEAD, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Aead counting(Aead key) {
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
                return key.encrypt(plaintext, associatedData);
            }

            @Override
            public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
                DECRYPTIONS.incrementAndGet();
                return key.decrypt(ciphertext, associatedData);
            }
        };
    }
}
