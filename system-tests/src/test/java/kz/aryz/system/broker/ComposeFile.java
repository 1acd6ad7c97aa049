package kz.aryz.system.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** What a container mounts, each as {@code source:target} and maybe {@code :ro}. */
    List<String> volumesOf(String service) {
        return services.path(service)
                .path("volumes")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    /** The containers that have a mount whose source begins so. */
    Set<String> mounting(String source) {
        return services.properties().stream()
                .map(Map.Entry::getKey)
                .filter(service -> volumesOf(service).stream().anyMatch(mount -> mount.startsWith(source)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
