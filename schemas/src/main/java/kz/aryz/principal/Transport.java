package kz.aryz.principal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How a client's bytes reach the brokers. */
public sealed interface Transport {

    /** The names of all properties that say how. */
    Set<String> NAMES = Set.of("security.protocol", "ssl.truststore.type", "ssl.truststore.certificates");

    /** Encrypted; the brokers' certificates are of an authority that the JVM trusts. */
    record Tls() implements Transport {}

    /**
     * Encrypted; the brokers' certificates are of these authorities and no others.
     *
     * @param authorities their certificates, as PEM
     */
    record PrivateTls(String authorities) implements Transport {}

    /** As it is: for brokers on the same machine. */
    record Loopback() implements Transport {}

    /** Names and values of Kafka's clients. */
    default Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        switch (this) {
            case Tls tls -> properties.put("security.protocol", "SASL_SSL");
            case PrivateTls tls -> {
                properties.put("security.protocol", "SASL_SSL");
                properties.put("ssl.truststore.type", "PEM");
                properties.put(
                        "ssl.truststore.certificates", tls.authorities().lines().collect(Collectors.joining("\n")));
            }
            case Loopback loopback -> properties.put("security.protocol", "SASL_PLAINTEXT");
        }
        return properties;
    }
}
