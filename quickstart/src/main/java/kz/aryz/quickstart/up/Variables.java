package kz.aryz.quickstart.up;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kz.aryz.quickstart.Addresses;

/**
 * The variables of the services on this machine.
 *
 * @param keys folder of the keys of all services
 * @param smtp address of the mail server
 * @param further what somebody wants different
 */
record Variables(Addresses addresses, Path keys, String smtp, Map<String, String> further) {

    /** Variables of the service whose keys lie in the named folder; the last word have those that somebody wants. */
    Map<String, String> of(String keyFolder, Map<String, String> own) {
        Map<String, String> variables = new HashMap<>();
        variables.put("KAFKA_BOOTSTRAP_SERVERS", addresses.bootstrapServers());
        variables.put("SCHEMA_REGISTRY_URL", addresses.registryUrl().toString());
        variables.put("ARYZ_KEYS", keys.resolve(keyFolder).toUri().toString());
        variables.putAll(own);
        variables.putAll(further);
        return variables;
    }
}
