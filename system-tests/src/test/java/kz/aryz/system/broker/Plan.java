package kz.aryz.system.broker;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.topic.Principal;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What people may do at the broker, as {@code expected_grants.txt} says it line by line, read as Kafka documents grants: some
 * operations bring another one with them.
 */
record Plan(List<Line> lines) {

    private static final Path WRITTEN = Path.of("../schemas/src/test/resources/kz/aryz/topic/expected_grants.txt");

    private static final Map<AclOperation, AclOperation> BRINGS =
            Map.of(READ, DESCRIBE, WRITE, DESCRIBE, ALTER_CONFIGS, DESCRIBE_CONFIGS);

    /** {@code User:retry may read topic complaints.keys}; a name may end in a star. */
    record Line(String principal, AclOperation operation, ResourceType type, String name) {

        static Line of(String text) {
            String[] words = text.split(" ", -1);
            return new Line(
                    words[0],
                    AclOperation.valueOf(constant(words[2])),
                    ResourceType.valueOf(constant(words[3])),
                    words[4]);
        }

        private static String constant(String word) {
            return word.toUpperCase(Locale.ROOT).replace('-', '_');
        }

        boolean covers(ResourceType asked, String resource) {
            return type == asked
                    && (name.endsWith("*")
                            ? resource.startsWith(name.substring(0, name.length() - 1))
                            : resource.equals(name));
        }

        Stream<AclOperation> operations() {
            return Stream.of(operation, BRINGS.getOrDefault(operation, operation));
        }
    }

    /** The written one, with the units that a {@link LockedBroker} has in the places of its own two. */
    static Plan written() {
        try (Stream<String> lines = Files.lines(WRITTEN)) {
            return new Plan(lines.map(line ->
                            line.replace("PROS.KZ-75", LockedBroker.OTHER_UNIT).replace("PROS.KZ-7", LockedBroker.UNIT))
                    .map(Line::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the principal may do with the resource. */
    Set<AclOperation> allowed(Principal principal, ResourceType type, String name) {
        return lines.stream()
                .filter(line -> line.principal().equals(principal.kafkaName()))
                .filter(line -> line.covers(type, name))
                .flatMap(Line::operations)
                .collect(toUnmodifiableSet());
    }
}
