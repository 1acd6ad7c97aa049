package kz.aryz.registry;

import java.net.URI;
import picocli.CommandLine.Option;

/** How a command reaches the schema registry; the services' own variable is the default. */
public final class RegistryOptions {

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:SCHEMA_REGISTRY_URL:-http://localhost:8085/apis/registry/v3}",
            description = "Schema registry: Apicurio's API (.../apis/registry/v3) or Confluent's. Default:"
                    + " SCHEMA_REGISTRY_URL, else http://localhost:8085/apis/registry/v3.")
    private URI registry = URI.create("");

    /** Its address as the serdes want it. */
    public String address() {
        return registry.toString();
    }

    /** A client of it, to be closed. */
    public SchemaRegistry client() {
        return new SchemaRegistry(new RegistryAddress(registry));
    }
}
