package kz.aryz.system.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code docker-compose.yml}.
 *
 * @param services its services by their names
 */
record ComposeFile(JsonNode services) {

    static ComposeFile read() {
        try (Reader file = Files.newBufferedReader(Path.of("../docker-compose.yml"))) {
            JsonNode compose = new ObjectMapper().valueToTree(new Yaml().load(file));
            return new ComposeFile(compose.path("services"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode environment(String service) {
        return services.path(service).path("environment");
    }

    /** What a container runs that is given a script. */
    String commandOf(String service) {
        return services.path(service).path("command").path(0).asText();
    }
}
