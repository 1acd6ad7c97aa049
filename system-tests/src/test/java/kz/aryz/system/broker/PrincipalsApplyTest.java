package kz.aryz.system.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kz.aryz.principal.ClientFile;
import kz.aryz.system.Uses;
import kz.aryz.topic.Principal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.Test;

@Uses(LockedBroker.class)
class PrincipalsApplyTest {

    private final LockedBroker broker = LockedBroker.get();
    private final ClientFile retry = broker.lock().file(Principal.RETRY);

    @Test
    void doesNothingTheSecondTime() {
        Commands.Outcome outcome = broker.applyPrincipals();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said().lines())
                .hasSize(Principal.all().size() + 2)
                .allSatisfy(line -> assertThat(line).startsWith("unchanged"));
    }

    @Test
    void makesNoSecondPasswordForOneWhoseFileIsElsewhere() throws Exception {
        Path elsewhere = retry.path().resolveSibling("elsewhere");
        Files.move(retry.path(), elsewhere);
        try {
            Commands.Outcome outcome = broker.applyPrincipals();

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.lines("refused")).singleElement().asString().contains("retry");
            assertThat(retry.path()).doesNotExist();
        } finally {
            Files.move(elsewhere, retry.path());
        }
    }

    @Test
    void takesUpWhatBrokeOffBeforeTheBrokersKnewThePassword() throws Exception {
        try (Admin admin = Admin.create(broker.clients(Principal.ADMINISTRATOR))) {
            admin.alterUserScramCredentials(List.of(
                            new UserScramCredentialDeletion(Principal.RETRY.name(), ScramMechanism.SCRAM_SHA_512)))
                    .all()
                    .get();
        }

        Commands.Outcome outcome = broker.applyPrincipals();

        assertThat(outcome.lines("admitted")).containsExactly("admitted   retry");
        assertThat(signsIn(broker.clients(Principal.RETRY))).isTrue();
    }

    @Test
    void leadsToTheBrokersWhoseFileLedElsewhere() throws Exception {
        String file = Files.readString(retry.path());
        Files.writeString(retry.path(), file.replace("SASL_PLAINTEXT", "SASL_SSL"));
        String password = retry.password();

        Commands.Outcome outcome = broker.applyPrincipals();

        assertThat(outcome.lines("redirected")).containsExactly("redirected retry");
        assertThat(retry.password()).isEqualTo(password);
        assertThat(signsIn(broker.clients(Principal.RETRY))).isTrue();
    }

    @Test
    void letsNobodyInWithAPasswordThatWasRenewed() throws Exception {
        Map<String, Object> former = broker.clients(Principal.RETRY);

        Commands.Outcome outcome = broker.applyPrincipals("--renew", "retry");

        assertThat(outcome.lines("renewed")).containsExactly("renewed    retry");
        assertThat(signsIn(broker.clients(Principal.RETRY))).isTrue();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> signsIn(former))
                .withCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void tellsNobodyAPassword() {
        String said = broker.applyPrincipals("--renew", "retry").said();

        assertThat(said).isNotBlank().doesNotContain(retry.password());
    }

    @Test
    void refusesToRenewWhomItDoesNotKnow() {
        assertThat(broker.applyPrincipals("--renew", "nobody").code()).isEqualTo(2);
    }

    private static boolean signsIn(Map<String, Object> clients) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(clients)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        }
    }
}
