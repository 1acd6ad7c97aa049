package kz.aryz.principal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import kz.aryz.id.SecretFileException;
import kz.aryz.topic.Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFileTest {

    private static final String AUTHORITY = """
            -----BEGIN CERTIFICATE-----
            MIIBszCCAVmgAwIBAgIU+/=
            -----END CERTIFICATE-----
            """;

    @TempDir
    private Path directory;

    @Test
    void isForItsOwnerAlone() throws IOException {
        ClientFile file = created(Principal.INTAKE, new Transport.Tls());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void holdsWhatAClientSignsInWith() throws IOException {
        ClientFile file = created(Principal.unit("PROS.KZ-75"), new Transport.Tls());

        assertThat(properties(file))
                .containsOnly(
                        Map.entry("security.protocol", "SASL_SSL"),
                        Map.entry("sasl.mechanism", "SCRAM-SHA-512"),
                        Map.entry(
                                "sasl.jaas.config",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                        + " username=\"unit.PROS.KZ-75\" password=\"" + file.password() + "\";"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void carriesTheAuthoritiesToTrustOnOneLine(String lineEnd) throws IOException {
        ClientFile file = created(Principal.INTAKE, new Transport.PrivateTls(AUTHORITY.replace("\n", lineEnd)));

        assertThat(Files.readString(file.path()).lines()).hasSize(5);
        assertThat(properties(file))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.certificates", AUTHORITY.strip());
    }

    @Test
    void saysWhereNothingIsEncrypted() throws IOException {
        assertThat(properties(created(Principal.INTAKE, new Transport.Loopback())))
                .containsEntry("security.protocol", "SASL_PLAINTEXT");
    }

    @Test
    void hasAPasswordOfItsOwnThatNobodyGuesses() {
        String one = created(Principal.INTAKE, new Transport.Tls()).password();
        String other = created(Principal.TRIAGE, new Transport.Tls()).password();

        assertThat(one).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(other);
    }

    @Test
    void isNeverOverwritten() {
        ClientFile file = created(Principal.INTAKE, new Transport.Tls());

        assertThatThrownBy(() -> file.create(new Transport.Tls())).isInstanceOf(SecretFileException.class);
    }

    @Test
    void hasAnotherPasswordOnceItIsRenewed() {
        ClientFile file = created(Principal.INTAKE, new Transport.Tls());
        String former = file.password();

        file.renew(new Transport.Tls());

        assertThat(file.password()).isNotEqualTo(former);
    }

    @Test
    void leadsToTheBrokersAnotherWayWithThePasswordThatItHas() throws IOException {
        ClientFile file = created(Principal.INTAKE, new Transport.Loopback());
        String password = file.password();
        Files.writeString(file.path(), "ssl.keystore.location=C:\\\\keys\\\\a.p12\n", StandardOpenOption.APPEND);

        assertThat(file.redirect(new Transport.PrivateTls(AUTHORITY))).isTrue();

        assertThat(properties(file))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.truststore.certificates", AUTHORITY.strip())
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("ssl.keystore.location", "C:\\keys\\a.p12");
        assertThat(file.password()).isEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void trustsTheNewAuthoritiesAloneOnceItIsToldOfThem() throws IOException {
        ClientFile file = created(Principal.INTAKE, new Transport.PrivateTls(AUTHORITY));
        String another = AUTHORITY.replace("MIIB", "MIIC");

        assertThat(file.redirect(new Transport.PrivateTls(another))).isTrue();

        assertThat(properties(file)).containsEntry("ssl.truststore.certificates", another.strip());
    }

    @Test
    void forgetsWhomItTrustedWhereNothingIsEncrypted() throws IOException {
        ClientFile file = created(Principal.INTAKE, new Transport.PrivateTls(AUTHORITY));

        assertThat(file.redirect(new Transport.Loopback())).isTrue();

        assertThat(properties(file))
                .containsOnlyKeys("security.protocol", "sasl.mechanism", "sasl.jaas.config")
                .containsEntry("security.protocol", "SASL_PLAINTEXT");
    }

    @Test
    void isLeftAsItIsWhereItLeadsThatWay() throws IOException {
        ClientFile file = created(Principal.INTAKE, new Transport.PrivateTls(AUTHORITY));
        String before = Files.readString(file.path());

        assertThat(file.redirect(new Transport.PrivateTls(AUTHORITY))).isFalse();
        assertThat(file.redirect(new Transport.Tls())).isFalse();

        assertThat(file.path()).hasContent(before);
    }

    @Test
    void isRefusedWhereOthersMayReadIt() throws IOException {
        ClientFile file = created(Principal.INTAKE, new Transport.Tls());
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(file::password).hasMessageContaining("chmod 600");
    }

    @Test
    void saysWhatToDoWhereThePasswordIsGone() throws IOException {
        ClientFile file = created(Principal.INTAKE, new Transport.Tls());
        Files.writeString(file.path(), "sasl.mechanism=SCRAM-SHA-512\n");

        assertThatThrownBy(file::password).hasMessageContaining("--renew intake-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a\"b", "a;b", "a b", "..\\a"})
    void isOfAPrincipalThatCanBeNamedWithoutHarm(String name) {
        assertThatThrownBy(() -> new Principal(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private ClientFile created(Principal principal, Transport transport) {
        ClientFile file = ClientFile.in(directory, principal);
        file.create(transport);
        return file;
    }

    private static Properties properties(ClientFile file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file.path())) {
            properties.load(reader);
        }
        return properties;
    }
}
