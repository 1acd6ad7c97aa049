package kz.aryz.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.aryz.quickstart.Addresses;

/** What the services tell of themselves at {@code /metrics}, to whoever reaches the port. */
public final class Measurements {

    private Measurements() {}

    /** Those of each service, by its address. */
    public static Map<URI, String> of(Addresses addresses) throws IOException {
        Map<URI, String> measurements = new TreeMap<>();
        for (URI service : List.of(addresses.intakeUrl(), addresses.triageUrl(), addresses.notifierUrl())) {
            try (InputStream measured = service.resolve("/metrics").toURL().openStream()) {
                measurements.put(service, new String(measured.readAllBytes(), UTF_8));
            }
        }
        return measurements;
    }
}
