package kz.aryz.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.principal.ClientFile;
import kz.aryz.principal.Mechanism;
import kz.aryz.principal.Transport;
import kz.aryz.topic.Principal;

/**
 * What makes a broker on this machine ask everybody who they are, and grant nothing that nobody granted. The broker itself
 * and its administrator stand in its settings, so that a folder of data can be locked whenever; all others are given a
 * password by {@code aryz principals apply}.
 *
 * @param principals folder of the files that principals sign in with
 */
public record BrokerLock(Path principals) {

    /** Nobody listens in on 127.0.0.1 who could not read the files. */
    static final String PROTOCOL = "SASL_PLAINTEXT";

    private static final Principal BROKER = new Principal("broker");

    /** That of an Aryz which keeps its data in this folder. */
    public static BrokerLock in(Path data) {
        return new BrokerLock(data.resolve("principals"));
    }

    /** The same, where the broker was last started with it. */
    public static Optional<BrokerLock> inForce(Path data) {
        Path settings = LocalKafka.settings(data.resolve(LocalKafka.NAME));
        try (Stream<String> lines = Files.lines(settings)) {
            return lines.anyMatch(line -> line.startsWith("listeners=" + PROTOCOL))
                    ? Optional.of(in(data))
                    : Optional.empty();
        } catch (NoSuchFileException nothingKept) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + settings, e);
        }
    }

    /** The file of a principal. */
    public ClientFile file(Principal principal) {
        return ClientFile.in(principals, principal);
    }

    /** Properties of the administrator's Kafka clients. */
    public Map<String, Object> administrator() {
        return file(Principal.ADMINISTRATOR).clients();
    }

    /** What the settings of a broker have beside the usual, and the files that it takes. */
    String settings() {
        String broker = password(BROKER);
        String administrator = password(Principal.ADMINISTRATOR);
        return """
            sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
            sasl.mechanism.inter.broker.protocol=PLAIN
            sasl.mechanism.controller.protocol=PLAIN
            listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
            listener.name.sasl_plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="broker" password="%1$s" user_broker="%1$s" user_administrator="%2$s";
            listener.name.controller.sasl.enabled.mechanisms=PLAIN
            listener.name.controller.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="broker" password="%1$s" user_broker="%1$s";
            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            super.users=User:broker;User:administrator
            allow.everyone.if.no.acl.found=false
            connections.max.reauth.ms=3600000
            """.formatted(broker, administrator);
    }

    private String password(Principal principal) {
        ClientFile file = file(principal);
        if (!file.exists()) {
            file.create(new Transport.Loopback(), Mechanism.PLAIN);
        }
        return file.password();
    }
}
