package kz.aryz.system.upgrade;

import java.net.URI;
import java.util.Map;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.SharedAryz;

/** What a service of the shared Aryz is told, for a version of it inside this process that is to take its place. */
final class Shipped {

    private Shipped() {}

    /**
     * The variables of a service.
     *
     * @param keys name of its folder of keys
     */
    static Map<String, String> variables(SharedAryz aryz, String service, String keys, URI address) {
        Addresses addresses = aryz.addresses();
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", addresses.bootstrapServers(),
                "SCHEMA_REGISTRY_URL", addresses.registryUrl().toString(),
                "ARYZ_ADVERTISED_URL", address.toString(),
                "ARYZ_KEYS", aryz.folder().resolve("keys").resolve(keys).toUri().toString(),
                "ARYZ_STATE_DIR", aryz.folder().resolve(service).toString());
    }
}
