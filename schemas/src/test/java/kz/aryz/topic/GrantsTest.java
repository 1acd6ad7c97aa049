package kz.aryz.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.sealing.Recipient;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GrantsTest {

    private static final Path EXPECTED = Path.of("src/test/resources/kz/aryz/topic/expected_grants.txt");
    private static final String REGENERATE = "./mvnw -Dquick -pl schemas test -Dtest=GrantsTest -Daryz.regenerate";

    /** One begins as the other does. */
    private static final Set<String> UNITS = Set.of("PROS.KZ-7", "PROS.KZ-75");

    private final Grants grants = Grants.of(UNITS);
    private final Decisions decisions = new Decisions(grants.bindings());

    /** Whoever changes this file lets somebody read or write what they could not: it needs as much thought as a topology. */
    @Test
    void areAsWritten() throws IOException {
        String now = grants.bindings().stream()
                .sorted(GrantLine.ORDER)
                .map(binding -> GrantLine.of(binding) + "\n")
                .collect(Collectors.joining());
        if (System.getProperty("aryz.regenerate") != null) {
            Files.writeString(EXPECTED, now);
        }

        assertThat(now).as("write the file anew with: %s", REGENERATE).isEqualTo(Files.readString(EXPECTED));
    }

    static Stream<Arguments> everyTopicAndEverybody() {
        return topics().flatMap(topic -> everybody().map(principal -> Arguments.of(topic, principal)));
    }

    private static Stream<Topic<?>> topics() {
        return Stream.concat(Topics.all().stream(), UNITS.stream().map(Topics::queue));
    }

    private static Stream<Principal> everybody() {
        return Stream.of(
                        Principal.all().stream(),
                        UNITS.stream().map(Principal::unit),
                        Stream.of(Principal.unit("PROS"), Principal.unit("OTHER"), new Principal("stranger")))
                .flatMap(principals -> principals);
    }

    @ParameterizedTest
    @MethodSource("everyTopicAndEverybody")
    void letNobodyReadOrWriteButWhomTheCatalogueNames(Topic<?> topic, Principal principal) {
        assertThat(decisions.allow(principal, AclOperation.READ, ResourceType.TOPIC, topic.name()))
                .isEqualTo(principal.equals(Principal.BACKUP)
                        || named(topic.readers(), topic).contains(principal));
        assertThat(decisions.allow(principal, AclOperation.WRITE, ResourceType.TOPIC, topic.name()))
                .isEqualTo(named(topic.writers(), topic).contains(principal));
    }

    private static Set<Principal> named(Set<Party> parties, Topic<?> topic) {
        return parties.stream()
                .map(party -> party == Party.UNIT
                        ? Principal.unit(topic.name().substring(Topics.QUEUE_PREFIX.length()))
                        : Principal.of(party))
                .collect(Collectors.toSet());
    }

    @Test
    void letOnlyTheServicesThatOpenSectionsReadWhereTheyLieAndKeysBesideThemWhoDestroysThemOrSendsThemAgain() {
        assertThat(readersOf("complaints.submissions")).containsExactly("notifier", "triage-streams");
        assertThat(readersOf("complaints.keys")).containsExactly("notifier", "retry", "shredder", "triage-streams");
    }

    @Test
    void letTheUnitAloneReadItsQueue() {
        assertThat(readersOf("queue.PROS.KZ-7")).containsExactly("unit.PROS.KZ-7");
        assertThat(readersOf("queue.PROS.KZ-75")).containsExactly("unit.PROS.KZ-75");
    }

    @Test
    void letNobodyReadAQueueWhoseUnitHasNoGrant() {
        assertThat(readersOf("queue.NEW")).isEmpty();
    }

    /** But for whoever makes backups. */
    private Set<String> readersOf(String topic) {
        return everybody()
                .filter(principal -> !principal.equals(Principal.BACKUP))
                .filter(principal -> decisions.allow(principal, AclOperation.READ, ResourceType.TOPIC, topic))
                .map(Principal::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void letNobodyButTriageSayWhatHappened() {
        assertThat(everybody()
                        .filter(principal ->
                                decisions.allow(principal, AclOperation.WRITE, ResourceType.TOPIC, "cases.events")))
                .containsExactly(Principal.TRIAGE);
    }

    @ParameterizedTest
    @MethodSource("everyTopicAndEverybody")
    void letNobodyDeleteWhatIsKeptOrChangeHowItIsKept(Topic<?> topic, Principal principal) {
        assertThat(decisions.allow(principal, AclOperation.DELETE, ResourceType.TOPIC, topic.name()))
                .isFalse();
        assertThat(decisions.allow(principal, AclOperation.ALTER_CONFIGS, ResourceType.TOPIC, topic.name()))
                .isFalse();
    }

    @Test
    void letTheOperatorAloneMakeTheQueuesOfNewUnits() {
        assertThat(everybody()
                        .filter(principal ->
                                decisions.allow(principal, AclOperation.CREATE, ResourceType.TOPIC, "queue.NEW")))
                .containsExactly(Principal.OPERATOR);
    }

    @Test
    void letWhoeverMakesBackupsReadEverythingAndChangeNothing() {
        assertThat(grants.bindings())
                .filteredOn(binding -> binding.entry().principal().equals(Principal.BACKUP.kafkaName()))
                .extracting(binding -> binding.entry().operation())
                .containsOnly(AclOperation.READ, AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS);
    }

    static Stream<Arguments> groupsOfTheFirstUnit() {
        return Stream.of(
                Arguments.of("queue.PROS.KZ-7", true),
                Arguments.of("queue.PROS.KZ-7/night-shift", true),
                Arguments.of("queue.PROS.KZ-75", false),
                Arguments.of("queue.PROS.KZ-75/night-shift", false),
                Arguments.of("queue.PROS", false),
                Arguments.of("triage-streams", false),
                Arguments.of("notifier", false),
                Arguments.of("notifier-mail", false));
    }

    @ParameterizedTest
    @MethodSource("groupsOfTheFirstUnit")
    void keepUnitsOutOfTheGroupsOfOthers(String group, boolean allowed) {
        Principal unit = Principal.unit("PROS.KZ-7");

        assertThat(decisions.allow(unit, AclOperation.READ, ResourceType.GROUP, group))
                .isEqualTo(allowed);
        assertThat(decisions.allow(unit, AclOperation.ALTER_CONFIGS, ResourceType.GROUP, group))
                .isEqualTo(allowed);
    }

    @Test
    void letNobodyHaveTheWholeClusterOrSpeakInTheNameOfAnother() {
        assertThat(grants.bindings())
                .allSatisfy(binding -> assertThat(binding.pattern().resourceType())
                        .isIn(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID))
                .allSatisfy(binding ->
                        assertThat(binding.pattern().name()).isNotEmpty().isNotEqualTo("*"))
                .allSatisfy(
                        binding -> assertThat(binding.entry().permissionType()).isEqualTo(AclPermissionType.ALLOW));
    }

    @ParameterizedTest
    @EnumSource
    void letEveryKeysetBeRotatedByTheServiceThatHoldsIt(Recipient recipient) {
        Principal holder = switch (recipient) {
            case TRIAGE -> Principal.TRIAGE;
            case COMMISSIONER -> Principal.NOTIFIER;
        };
        String rotation = TransactionalIds.keysRotate(recipient.name());

        assertThat(everybody()
                        .filter(principal -> decisions.allow(
                                principal, AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, rotation)))
                .containsExactly(holder);
    }

    @Test
    void letAServiceHaveNoTransactionOfAnother() {
        List<String> transactions = List.of("triage-streams-1", "notifier-1", "aryz-reference-apply");

        assertThat(transactions)
                .allSatisfy(id -> assertThat(everybody()
                                .filter(principal -> decisions.allow(
                                        principal, AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, id)))
                        .hasSize(1));
    }
}
