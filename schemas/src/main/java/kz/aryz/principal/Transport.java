package kz.aryz.principal;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a client's bytes reach the brokers. */
public sealed interface Transport {

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
                properties.put("ssl.truststore.certificates", tls.authorities());
            }
            case Loopback loopback -> properties.put("security.protocol", "SASL_PLAINTEXT");
        }
        return properties;
    }
}
