package kz.aryz.system.broker;

import static kz.aryz.system.Patience.PATIENCE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kz.aryz.principal.ClientFile;
import kz.aryz.principal.Transport;
import kz.aryz.quickstart.process.BrokerLock;
import kz.aryz.quickstart.process.FreePort;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalKafka;
import kz.aryz.quickstart.up.Setup;
import kz.aryz.system.OneAtATime;
import kz.aryz.topic.Principal;
import kz.aryz.topic.TopicProvisioner;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * A locked broker with the topics, grants and principals of an Aryz that has two units, and with nobody at work. Tests that
 * change grants or passwords put them back.
 */
final class LockedBroker implements AutoCloseable {

    /** One begins as the other does. */
    static final String UNIT = "TEST.1";

    static final String OTHER_UNIT = "TEST.12";

    /** Somebody who has a password at the broker, and nothing else there. */
    static final Principal ACQUAINTANCE = new Principal("acquaintance");

    private final BrokerLock lock;
    private final LocalKafka kafka;
    private final Commands commands;
    private final ClientFile acquaintance;

    private LockedBroker(Path folder) throws InterruptedException, ExecutionException {
        this.lock = new BrokerLock(folder.resolve("principals"));
        this.kafka = new LocalKafka(
                Installation.find(),
                folder.resolve("kafka"),
                folder.resolve("logs"),
                FreePort.find(),
                FreePort.find(),
                Optional.of(lock));
        kafka.startAndAwait(PATIENCE);
        this.commands = new Commands(lock, kafka.bootstrapServers());
        Setup setup = new Setup(line -> {}, Optional.of(lock));
        setup.topics(kafka.bootstrapServers());
        makeQueues();
        setup.topics(kafka.bootstrapServers());
        applyPrincipals();
        this.acquaintance = ClientFile.in(folder.resolve("acquaintances"), ACQUAINTANCE);
        admitTheAcquaintance();
    }

    static LockedBroker get() {
        return OneAtATime.get(LockedBroker.class, LockedBroker::new);
    }

    private void makeQueues() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(clients(Principal.ADMINISTRATOR))) {
            new TopicProvisioner(admin, OptionalInt.empty(), OptionalInt.empty(), false)
                    .apply(List.of(Topics.queue(UNIT), Topics.queue(OTHER_UNIT)));
        }
    }

    private void admitTheAcquaintance() throws InterruptedException, ExecutionException {
        acquaintance.create(new Transport.Loopback());
        try (Admin admin = Admin.create(clients(Principal.ADMINISTRATOR))) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            ACQUAINTANCE.name(),
                            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                            acquaintance.password())))
                    .all()
                    .get();
        }
    }

    /** Everybody whom the broker lets in, but for who administers it: every principal, two units, and who has no business here. */
    static Stream<Principal> everybody() {
        return Stream.concat(
                Principal.all().stream(), Stream.of(Principal.unit(UNIT), Principal.unit(OTHER_UNIT), ACQUAINTANCE));
    }

    /** {@code aryz principals apply} for everybody, with further arguments. */
    Commands.Outcome applyPrincipals(String... further) {
        List<String> arguments = new ArrayList<>(List.of(
                "principals",
                "apply",
                "--loopback",
                "--to",
                lock.principals().toString(),
                "--unit",
                UNIT,
                "--unit",
                OTHER_UNIT));
        arguments.addAll(List.of(further));
        return commands.as(Principal.ADMINISTRATOR, arguments.toArray(String[]::new));
    }

    Commands commands() {
        return commands;
    }

    BrokerLock lock() {
        return lock;
    }

    /** Properties of a client that signs in with the file of the principal. */
    Map<String, Object> clients(Principal principal) {
        Map<String, Object> clients = strangers();
        clients.putAll(file(principal).clients());
        return clients;
    }

    private ClientFile file(Principal principal) {
        return principal.equals(ACQUAINTANCE) ? acquaintance : lock.file(principal);
    }

    /** Properties of a client that says nothing about who it is. */
    Map<String, Object> strangers() {
        Map<String, Object> clients = new HashMap<>();
        clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        return clients;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
