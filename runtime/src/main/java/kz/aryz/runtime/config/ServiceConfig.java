package kz.aryz.runtime.config;

import java.net.InetSocketAddress;
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

    /** Whether nobody but this machine reaches the service. */
    public boolean onThisMachineAlone() {
        InetSocketAddress here = new InetSocketAddress(bind, port);
        return !here.isUnresolved() && here.getAddress().isLoopbackAddress();
    }

    /** Whether people come over TLS. */
    public boolean overTls() {
        return "https".equalsIgnoreCase(advertisedUrl.getScheme());
    }
}
