package kz.aryz.system;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.up.LocalAryz;

/** One whole Aryz. Tests that break a part of it put it back. */
public final class SharedAryz implements AutoCloseable {

    /** Retries come quickly, so that an outage in a test needs seconds, not minutes. */
    public static final Map<String, String> QUICK_RETRIES =
            Map.of("ARYZ_RETRY_FIRST", "PT0.5S", "ARYZ_RETRY_LONGEST", "PT2S", "ARYZ_OUTCOME_WITHIN", "PT20S");

    private final Addresses addresses = Addresses.free();
    private final Path folder;
    private final LocalAryz aryz;

    private SharedAryz(Path folder) {
        this.folder = folder;
        this.aryz = new LocalAryz(folder, addresses, Optional.empty(), QUICK_RETRIES, line -> {});
        aryz.start();
    }

    /** The shared one. */
    public static SharedAryz get() {
        return OneAtATime.get(SharedAryz.class, SharedAryz::new);
    }

    /** Its processes. */
    public LocalAryz processes() {
        return aryz;
    }

    /** Where their data, keys and logs lie. */
    public Path folder() {
        return folder;
    }

    /** Where they listen. */
    public Addresses addresses() {
        return addresses;
    }

    @Override
    public void close() {
        aryz.close();
    }
}
