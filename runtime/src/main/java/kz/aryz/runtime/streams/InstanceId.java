package kz.aryz.runtime.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name of an instance in its group, kept beside its stores: a restart on the same state is the same member. */
public final class InstanceId {

    private static final String FILE = "instance-id";

    private InstanceId() {}

    /** The id kept in the directory; made at the first call. */
    public static String keptIn(Path stateDir) throws IOException {
        Path file = Files.createDirectories(stateDir).resolve(FILE);
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return Files.readString(file).strip();
    }
}
