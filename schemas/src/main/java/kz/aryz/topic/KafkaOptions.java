package kz.aryz.topic;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Option;

/** How a command reaches Kafka; the services' own variables are the defaults. */
public final class KafkaOptions {

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}",
            description = "Brokers to begin with. Default: KAFKA_BOOTSTRAP_SERVERS, else localhost:9092.")
    private String bootstrapServers = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:ARYZ_KAFKA_CONFIG}",
            description = "Properties for the Kafka clients, e.g. for TLS. Default: ARYZ_KAFKA_CONFIG.")
    private Optional<Path> config = Optional.empty();

    /** Properties of any Kafka client. */
    public Properties properties() throws IOException {
        Properties properties = new Properties();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.putAll(read(config));
        return properties;
    }

    /** The same as a map, to which more can be added. */
    public Map<String, Object> clients() throws IOException {
        Map<String, Object> clients = new HashMap<>();
        properties().forEach((key, value) -> clients.put(key.toString(), value));
        return clients;
    }

    /** What stands in a file of properties; nothing where there is none. */
    public static Properties read(Optional<Path> config) throws IOException {
        Properties properties = new Properties();
        if (config.isPresent()) {
            try (Reader reader = Files.newBufferedReader(config.get())) {
                properties.load(reader);
            }
        }
        return properties;
    }

    /** A connected administrator, to be closed. */
    public Admin admin() throws IOException {
        return Admin.create(properties());
    }
}
