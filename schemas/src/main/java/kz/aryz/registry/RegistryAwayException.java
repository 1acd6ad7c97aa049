package kz.aryz.registry;

import java.io.IOException;
import java.net.URI;

/** Nothing listens where the registry should be. The message names the address. */
public final class RegistryAwayException extends IOException {

    private static final long serialVersionUID = 1;

    RegistryAwayException(URI api, IOException cause) {
        super("No schema registry answers at " + api, cause);
    }
}
