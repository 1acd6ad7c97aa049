package kz.aryz.sealing;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.util.function.Supplier;
import kz.aryz.id.SecretFile;
import org.jspecify.annotations.Nullable;

/**
 * A private keyset as it stands in its file at the moment. It is parsed, and a key management service asked, only where
 * the file is another than the last time. Safe for use by several threads.
 */
final class FollowedKeyset implements Supplier<KeysetHandle> {

    private final Path file;
    private final Recipient recipient;
    private final PrivateKeysetFormat format;
    private @Nullable String text;
    private @Nullable KeysetHandle keyset;

    FollowedKeyset(Path file, Recipient recipient, PrivateKeysetFormat format) {
        this.file = file;
        this.recipient = recipient;
        this.format = format;
    }

    @Override
    public synchronized KeysetHandle get() {
        String now = SecretFile.read(file);
        KeysetHandle known = keyset;
        if (known != null && now.equals(text)) {
            return known;
        }
        KeysetHandle read = format.read(recipient, now, file);
        keyset = read;
        text = now;
        return read;
    }
}
