package kz.aryz.runtime.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The variables that every service has; where a default differs between services, the service gives it. */
public final class CommonVariables {
    public static final Variable<String> BOOTSTRAP_SERVERS = Variable.withDefault(
            "KAFKA_BOOTSTRAP_SERVERS",
            "Kafka brokers to start from, `host:port`, separated by commas",
            "localhost:9092",
            Format.TEXT);

    public static final Variable<KafkaFile> KAFKA_FILE = new Variable<>(
            "ARYZ_KAFKA_CONFIG",
            "properties file merged into every Kafka client (TLS, SASL, timeouts); a line that would weaken what Aryz"
                    + " promises is refused at the start",
            "none",
            new Format<>("set the path of a readable properties file", text -> KafkaFile.read(Path.of(text))),
            KafkaFile.NONE);

    public static final Variable<URI> REGISTRY = Variable.withDefault(
            "SCHEMA_REGISTRY_URL",
            "schema registry, in the form that the configured serdes want",
            "http://localhost:8085/apis/registry/v3",
            Format.URL);

    public static final Variable<Optional<URI>> ADVERTISED_URL = Variable.optional(
            "ARYZ_ADVERTISED_URL",
            "address under which people reach this service; `https` where a proxy in front of it speaks TLS",
            "http://localhost:PORT",
            Format.URL);

    public static final Variable<String> LOG_LEVEL = Variable.withDefault(
            "LOG_LEVEL", "least severe log line to write", "INFO", Format.oneOf("ERROR", "WARN", "INFO", "DEBUG"));

    /** For the services that seal or open; the others do not list it. */
    public static final Variable<URI> KEYS = Variable.required(
            "ARYZ_KEYS", "directory of the keysets that this service may hold, as a URI or a path", Format.URI_OR_PATH);

    /** For the services that derive ids from the permanent secret; the others do not list it. */
    public static final Variable<Path> SECRET_FILE = Variable.required(
            "ARYZ_SECRET_FILE",
            "file of the permanent HMAC secret; numbers and receipt keys depend on it for ever",
            Format.FILE);

    private final String service;
    private final Variable<String> bind;
    private final Variable<Integer> port;

    public CommonVariables(String service, String bind, int port) {
        this.service = service;
        this.bind = Variable.withDefault("ARYZ_BIND", "network address to listen on", bind, Format.TEXT);
        this.port = Variable.withDefault(
                "PORT", "port to listen on; `0` takes a free one", Integer.toString(port), Format.PORT);
    }

    /** In the order of the documentation. */
    public List<Variable<?>> all() {
        return List.of(BOOTSTRAP_SERVERS, KAFKA_FILE, REGISTRY, bind, port, ADVERTISED_URL, LOG_LEVEL);
    }

    /** Where this instance keeps {@code what} between two starts; for the services that keep something. */
    public Variable<Path> stateDir(String what) {
        return Variable.withDefault(
                "ARYZ_STATE_DIR", "directory to keep between two starts: " + what, "data/" + service, Format.DIRECTORY);
    }

    /** {@code environment} must have read {@link #all}. */
    public ServiceConfig config(Environment environment) {
        int port = environment.get(this.port);
        return new ServiceConfig(
                service,
                environment.get(BOOTSTRAP_SERVERS),
                environment.get(KAFKA_FILE),
                environment.get(REGISTRY),
                environment.get(bind),
                port,
                environment.get(ADVERTISED_URL).orElseGet(() -> URI.create("http://localhost:" + port)));
    }
}
