package kz.aryz.topic;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What a broker with these grants, and no others, allows. */
record Decisions(Collection<AclBinding> bindings) {

    /** What includes what, by Kafka's documentation of its authorizer. */
    private static final Map<AclOperation, Set<AclOperation>> INCLUDED_IN = Map.of(
            AclOperation.DESCRIBE,
            EnumSet.of(
                    AclOperation.DESCRIBE,
                    AclOperation.READ,
                    AclOperation.WRITE,
                    AclOperation.DELETE,
                    AclOperation.ALTER),
            AclOperation.DESCRIBE_CONFIGS,
            EnumSet.of(AclOperation.DESCRIBE_CONFIGS, AclOperation.ALTER_CONFIGS));

    boolean allow(Principal principal, AclOperation operation, ResourceType type, String name) {
        Set<AclOperation> sufficient = INCLUDED_IN.getOrDefault(operation, EnumSet.of(operation));
        return bindings.stream()
                .filter(binding -> binding.entry().principal().equals(principal.kafkaName()))
                .filter(binding -> sufficient.contains(binding.entry().operation()))
                .anyMatch(binding -> matches(binding.pattern(), type, name));
    }

    private static boolean matches(ResourcePattern pattern, ResourceType type, String name) {
        if (pattern.resourceType() != type) {
            return false;
        }
        return pattern.patternType() == PatternType.PREFIXED
                ? name.startsWith(pattern.name())
                : name.equals(pattern.name());
    }
}
