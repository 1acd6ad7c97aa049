package kz.aryz.runtime.config;

import java.net.URI;

/**
 * What every service is told by its environment.
 *
 * @param service the service's own name, as in logs and Kafka client ids
 * @param advertisedUrl where people reach this service; without a trailing slash
 */
public record ServiceConfig(
        String service,
        String bootstrapServers,
        KafkaFile kafkaFile,
        URI registry,
        String bind,
        int port,
        URI advertisedUrl) {

    public ServiceConfig {
        String url = advertisedUrl.toString();
        advertisedUrl = url.endsWith("/") ? URI.create(url.substring(0, url.length() - 1)) : advertisedUrl;
    }

    /** Whether people come over TLS. */
    public boolean overTls() {
        return "https".equalsIgnoreCase(advertisedUrl.getScheme());
    }
}
