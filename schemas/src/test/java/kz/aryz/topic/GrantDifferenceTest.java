package kz.aryz.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantDifferenceTest {

    private final Grants grants = Grants.of(Set.of("PROS.KZ-75"));

    @Test
    void nothingIsMissingWhereEverythingIsGranted() {
        assertThat(grants.missingFrom(grants.bindings())).isEmpty();
        assertThat(grants.surplusIn(grants.bindings())).isEmpty();
    }

    @Test
    void aUnitThatCameLaterIsMissing() {
        List<AclBinding> missing = Grants.of(Set.of("PROS.KZ-75", "NEW")).missingFrom(grants.bindings());

        assertThat(missing)
                .isNotEmpty()
                .allSatisfy(binding -> assertThat(binding.entry().principal()).isEqualTo("User:unit.NEW"));
    }

    @ParameterizedTest
    @CsvSource({
        "User:stranger, READ, TOPIC, queue.PROS.KZ-75, LITERAL",
        "User:stranger, READ, TOPIC, *, LITERAL",
        "User:stranger, READ, TOPIC, q, PREFIXED",
        "User:stranger, READ, TOPIC, queue.OTHER, LITERAL",
        "User:*, DESCRIBE, TOPIC, complaints., PREFIXED",
        "User:stranger, READ, GROUP, notifier-mail, LITERAL",
        "User:stranger, ALTER, CLUSTER, kafka-cluster, LITERAL",
        "User:notifier, WRITE, TOPIC, cases.events, LITERAL",
        "User:unit.PROS.KZ-75, READ, TOPIC, unheard-of, LITERAL",
    })
    void whatSomebodyElseGrantedIsSurplus(
            String principal, AclOperation operation, ResourceType type, String name, PatternType pattern) {
        AclBinding binding = binding(principal, operation, type, name, pattern);
        Set<AclBinding> present = new HashSet<>(grants.bindings());
        present.add(binding);

        assertThat(grants.surplusIn(present)).containsExactly(binding);
    }

    @ParameterizedTest
    @CsvSource({
        "User:stranger, READ, TOPIC, weather, LITERAL",
        "User:stranger, READ, TOPIC, weather., PREFIXED",
        "User:stranger, READ, GROUP, weather, LITERAL",
    })
    void whatIsNoneOfOursIsNone(
            String principal, AclOperation operation, ResourceType type, String name, PatternType pattern) {
        assertThat(grants.surplusIn(Set.of(binding(principal, operation, type, name, pattern))))
                .isEmpty();
    }

    private static AclBinding binding(
            String principal, AclOperation operation, ResourceType type, String name, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
    }
}
