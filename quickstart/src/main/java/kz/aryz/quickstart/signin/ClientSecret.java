package kz.aryz.quickstart.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import kz.aryz.id.SecretFile;

/** What a service proves itself with, in a file that its owner alone may read. */
public final class ClientSecret {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientSecret() {}

    /** The file with the secret of the service, made where there is none yet. */
    public static Path file(Path folder, String service) {
        Path file = folder.resolve(service + ".secret").toAbsolutePath();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
        if (!Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            SecretFile.create(file, HexFormat.of().formatHex(bytes));
        }
        return file;
    }
}
