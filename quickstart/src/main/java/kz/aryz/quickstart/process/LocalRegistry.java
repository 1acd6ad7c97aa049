package kz.aryz.quickstart.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Apicurio Registry, for this machine only. Its schemas and their ids lie in a file of its own. */
public final class LocalRegistry extends LocalServer {

    private static final String NAME = "registry";
    private static final String HOST = "127.0.0.1";
    private static final int HEAP_MEGABYTES = 192;

    private final Installation installation;
    private final Path data;
    private final int port;

    /**
     * A registry that is not started yet.
     *
     * @param data folder of the schemas; filled on the first start
     * @param logs folder of what the registry itself has to say
     * @param port where clients connect
     */
    public LocalRegistry(Installation installation, Path data, Path logs, int port) {
        super(NAME, installation, logs);
        this.installation = installation;
        this.data = data;
        this.port = port;
    }

    /** A registry on a free port. */
    public static LocalRegistry onFreePort(Installation installation, Path folder) {
        return new LocalRegistry(installation, folder.resolve(NAME), folder.resolve("logs"), FreePort.find());
    }

    /** Address of its own protocol, as {@code SCHEMA_REGISTRY_URL} wants it. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + port + "/apis/registry/v3");
    }

    /** Address of Confluent's protocol. */
    public URI confluentAddress() {
        return address().resolve("/apis/ccompat/v7");
    }

    @Override
    void prepare() {
        Folders.create(data);
    }

    @Override
    JavaProgram program() {
        Map<String, String> environment = Map.of(
                "QUARKUS_HTTP_HOST",
                HOST,
                "QUARKUS_HTTP_PORT",
                String.valueOf(port),
                "QUARKUS_MANAGEMENT_HOST",
                HOST,
                "QUARKUS_MANAGEMENT_PORT",
                "0",
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED",
                "false",
                "APICURIO_CONFIG_DYNAMIC_ALLOW_ALL",
                "false",
                "APICURIO_DISABLE_APIS",
                "/apis/registry/v[23]/admin/.*",
                "APICURIO_STORAGE_KIND",
                "sql",
                "APICURIO_DATASOURCE_URL",
                "jdbc:h2:file:" + data.toAbsolutePath().resolve("schemas") + ";WRITE_DELAY=0");
        return new JavaProgram(
                NAME,
                HEAP_MEGABYTES,
                List.of(),
                List.of("-jar", "quarkus-run.jar"),
                environment,
                installation.registry());
    }

    @Override
    boolean answers() {
        return new HttpProbe(URI.create(confluentAddress() + "/subjects")).answers();
    }
}
