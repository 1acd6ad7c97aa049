package kz.aryz.system.broker;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.broker.LockedBroker.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import kz.aryz.system.Uses;
import kz.aryz.topic.Principal;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Uses(LockedBroker.class)
class GrantsApplyTest {

    private static final AclBinding BEYOND = new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, Topics.queue(UNIT).name(), PatternType.LITERAL),
            new AccessControlEntry("User:friend", "*", AclOperation.READ, AclPermissionType.ALLOW));
    private static final String FRIEND = "User:friend may read topic queue.TEST.1";

    private final LockedBroker broker = LockedBroker.get();
    private final Admin admin = Admin.create(broker.clients(Principal.ADMINISTRATOR));

    @AfterEach
    void putBack() {
        apply("--revoke");
        awaitNothingBeyond();
        admin.close();
    }

    @Test
    void doNothingTheSecondTime() {
        Commands.Outcome outcome = apply();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said().lines()).allSatisfy(line -> assertThat(line).startsWith("unchanged"));
    }

    @Test
    void nameWhatSomebodyElseGrantedAndLeaveIt() throws Exception {
        grantBeyond();

        Commands.Outcome outcome = apply();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines("surplus")).containsExactly("surplus    " + FRIEND);
        assertThat(admin.describeAcls(BEYOND.toFilter()).values().get()).containsExactly(BEYOND);
    }

    @Test
    void takeItAwayOnlyWhereTold() throws Exception {
        grantBeyond();

        Commands.Outcome outcome = apply("--revoke");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines("revoked")).containsExactly("revoked    " + FRIEND);
        awaitNothingBeyond();
    }

    @Test
    void giveBackWhatSomebodyTookAway() throws Exception {
        AclBinding own = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "cases.events", PatternType.LITERAL),
                new AccessControlEntry("User:triage-streams", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        admin.deleteAcls(List.of(own.toFilter())).all().get();
        awaitThat(own, List.of());

        Commands.Outcome outcome = apply();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines("granted"))
                .containsExactly("granted    User:triage-streams may write topic cases.events");
        awaitThat(own, List.of(own));
    }

    @Test
    void onlyTellWhereAskedForAPlan() throws Exception {
        grantBeyond();

        Commands.Outcome outcome = apply("--dry-run", "--revoke");

        assertThat(outcome.lines("revoked")).containsExactly("revoked    " + FRIEND);
        assertThat(admin.describeAcls(BEYOND.toFilter()).values().get()).containsExactly(BEYOND);
    }

    private void grantBeyond() throws Exception {
        admin.createAcls(List.of(BEYOND)).all().get();
        awaitThat(BEYOND, List.of(BEYOND));
    }

    private void awaitNothingBeyond() {
        awaitThat(BEYOND, List.of());
    }

    /** What is there of it: the broker learns a moment later what its controller has confirmed. */
    private void awaitThat(AclBinding asked, List<AclBinding> there) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                admin.describeAcls(asked.toFilter()).values().get())
                        .containsExactlyElementsOf(there));
    }

    private Commands.Outcome apply(String... further) {
        String[] arguments = Stream.concat(Stream.of("topics", "apply", "--flush"), Stream.of(further))
                .toArray(String[]::new);
        return broker.commands().as(Principal.ADMINISTRATOR, arguments);
    }
}
