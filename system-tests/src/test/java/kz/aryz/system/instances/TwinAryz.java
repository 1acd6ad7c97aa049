package kz.aryz.system.instances;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.FreePort;
import kz.aryz.quickstart.up.LocalAryz;
import kz.aryz.system.OneAtATime;
import kz.aryz.system.SharedAryz;

/**
 * An Aryz whose services run twice each, with the same keys on the same broker, registry and mail server. Tests that break
 * an instance put it back.
 */
final class TwinAryz implements AutoCloseable {

    /** The dead are given up after ten seconds: enough for a busy machine, and less to wait for than 45. */
    private static final String CLIENTS = """
            session.timeout.ms=10000
            heartbeat.interval.ms=2000
            """;

    private final Addresses addresses = Addresses.free();
    private final LocalAryz first;
    private final Twins intake;
    private final Twins triage;
    private final Twins notifier;

    private TwinAryz(Path folder) throws IOException {
        Map<String, String> variables = variables(folder);
        this.first = new LocalAryz(folder, addresses, Optional.empty(), variables, line -> {});
        first.start();
        Addresses beside = beside(addresses);
        LocalAryz second = new LocalAryz(
                besideKeys(folder), beside, Optional.of(beside.smtpUrl().toString()), variables, line -> {});
        this.intake = new Twins(
                new Instance(first.intake(), addresses.intakeUrl()), new Instance(second.intake(), beside.intakeUrl()));
        this.triage = new Twins(
                new Instance(first.triage(), addresses.triageUrl()), new Instance(second.triage(), beside.triageUrl()));
        this.notifier = new Twins(
                new Instance(first.notifier(), addresses.notifierUrl()),
                new Instance(second.notifier(), beside.notifierUrl()));
        List.of(intake, triage, notifier)
                .forEach(twins -> twins.second().server().start());
        List.of(intake, triage, notifier).forEach(Twins::bothUp);
    }

    static TwinAryz get() {
        return OneAtATime.get(TwinAryz.class, TwinAryz::new);
    }

    /** Where broker, registry, mail server and the first instances listen. */
    Addresses addresses() {
        return addresses;
    }

    Twins intake() {
        return intake;
    }

    Twins triage() {
        return triage;
    }

    Twins notifier() {
        return notifier;
    }

    private static Map<String, String> variables(Path folder) throws IOException {
        Map<String, String> variables = new HashMap<>(SharedAryz.QUICK_RETRIES);
        Path clients = Files.writeString(folder.resolve("clients.properties"), CLIENTS);
        variables.put("ARYZ_KAFKA_CONFIG", clients.toString());
        return variables;
    }

    /** Second instances of the services, and nothing else of their own. */
    private static Addresses beside(Addresses first) {
        return new Addresses(
                first.kafka(),
                first.controller(),
                first.registry(),
                first.smtp(),
                first.mailbox(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                first.identityProvider());
    }

    private static Path besideKeys(Path folder) throws IOException {
        Path beside = Files.createDirectories(folder.resolve("second"));
        Files.createSymbolicLink(beside.resolve("keys"), folder.resolve("keys"));
        return beside;
    }

    @Override
    public void close() {
        List.of(intake, triage, notifier)
                .forEach(twins -> twins.second().server().close());
        first.close();
    }
}
