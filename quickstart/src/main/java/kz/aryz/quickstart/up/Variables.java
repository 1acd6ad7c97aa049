package kz.aryz.quickstart.up;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.BrokerLock;
import kz.aryz.topic.Principal;

/**
 * The variables of the services on this machine.
 *
 * @param keys folder of the keys of all services
 * @param smtp address of the mail server
 * @param lock that of the broker, if it has one
 * @param further what somebody wants different
 */
record Variables(Addresses addresses, Path keys, String smtp, Optional<BrokerLock> lock, Map<String, String> further) {

    /** Variables of the service whose keys lie in the named folder; the last word have those that somebody wants. */
    Map<String, String> of(Principal service, String keyFolder, Map<String, String> own) {
        Map<String, String> variables = new HashMap<>();
        variables.put("KAFKA_BOOTSTRAP_SERVERS", addresses.bootstrapServers());
        variables.put("SCHEMA_REGISTRY_URL", addresses.registryUrl().toString());
        variables.put("ARYZ_KEYS", keys.resolve(keyFolder).toUri().toString());
        lock.ifPresent(broker ->
                variables.put("ARYZ_KAFKA_CONFIG", broker.file(service).path().toString()));
        variables.putAll(own);
        variables.putAll(further);
        return variables;
    }
}
