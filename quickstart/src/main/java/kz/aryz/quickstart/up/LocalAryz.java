package kz.aryz.quickstart.up;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.BrokerLock;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalIdentityProvider;
import kz.aryz.quickstart.process.LocalKafka;
import kz.aryz.quickstart.process.LocalMail;
import kz.aryz.quickstart.process.LocalRegistry;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.quickstart.process.LocalService;

/** A whole Aryz on this machine: broker, registry, mail server and the three services, each a process. */
public final class LocalAryz implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path keys;
    private final Setup setup;
    private final Crew crew = new Crew();
    private final LocalKafka kafka;
    private final LocalRegistry registry;
    private final Optional<LocalMail> mail;
    private final Optional<LocalIdentityProvider> identityProvider;
    private final LocalService intake;
    private final LocalService triage;
    private final LocalService notifier;

    /**
     * An Aryz that asks nobody who they are, not started yet.
     *
     * @param data folder of everything it keeps
     * @param smtp value of {@code ARYZ_SMTP_URL}; without one, a mail server of its own
     * @param variables further variables of every service
     * @param out what is worth telling goes there, line by line
     */
    public LocalAryz(
            Path data,
            Addresses addresses,
            Optional<String> smtp,
            Map<String, String> variables,
            Consumer<String> out) {
        this(data, addresses, smtp, Protection.NONE, variables, out);
    }

    /**
     * An Aryz that is not started yet.
     *
     * @param data folder of everything it keeps
     * @param smtp value of {@code ARYZ_SMTP_URL}; without one, a mail server of its own
     * @param protection who must say who they are
     * @param variables further variables of every service
     * @param out what is worth telling goes there, line by line
     */
    public LocalAryz(
            Path data,
            Addresses addresses,
            Optional<String> smtp,
            Protection protection,
            Map<String, String> variables,
            Consumer<String> out) {
        Installation installation = Installation.find();
        Path root = data.toAbsolutePath().normalize();
        Optional<BrokerLock> lock = protection.lock();
        Optional<SignIn> signIn = protection.signIn() ? Optional.of(new SignIn(root, addresses)) : Optional.empty();
        Path logs = root.resolve("logs");
        this.keys = root.resolve("keys");
        this.setup = new Setup(out, lock);
        this.kafka = new LocalKafka(
                installation, root.resolve(LocalKafka.NAME), logs, addresses.kafka(), addresses.controller(), lock);
        this.registry = new LocalRegistry(installation, root.resolve("registry"), logs, addresses.registry());
        this.mail = smtp.isPresent()
                ? Optional.empty()
                : Optional.of(new LocalMail(installation, logs, addresses.smtp(), addresses.mailbox()));
        this.identityProvider = signIn.map(with -> with.identityProvider(installation));
        Services services = new Services(
                installation,
                root,
                new Variables(addresses, keys, smtp.orElse(addresses.smtpUrl().toString()), lock, variables),
                signIn);
        this.intake = services.intake(addresses.intake());
        this.triage = services.triage(addresses.triage());
        this.notifier = services.notifier(addresses.notifier());
    }

    /** Starts everything and returns when every part answers. */
    public void start() {
        crew.start(kafka);
        crew.start(registry);
        mail.ifPresent(crew::start);
        identityProvider.ifPresent(crew::start);
        kafka.awaitReady(PATIENCE);
        setup.keys(keys, kafka.bootstrapServers());
        setup.principals(kafka.bootstrapServers());
        setup.topics(kafka.bootstrapServers());
        registry.awaitReady(PATIENCE);
        setup.schemas(registry.address());
        setup.reference(kafka.bootstrapServers(), registry.address());
        List<LocalService> services = List.of(intake, triage, notifier);
        services.forEach(crew::start);
        services.forEach(service -> service.awaitReady(PATIENCE));
        mail.ifPresent(server -> server.awaitReady(PATIENCE));
        identityProvider.ifPresent(server -> server.awaitReady(PATIENCE));
    }

    /** Waits until a part ends by itself or all are stopped; says which. */
    public String awaitEnd() {
        return crew.awaitEnd();
    }

    /** The broker. */
    public LocalKafka kafka() {
        return kafka;
    }

    /** The schema registry. */
    public LocalRegistry registry() {
        return registry;
    }

    /** The mail server; none where another one is used. */
    public Optional<LocalMail> mail() {
        return mail;
    }

    /** The identity provider; none where nobody signs in. */
    public Optional<LocalIdentityProvider> identityProvider() {
        return identityProvider;
    }

    /** The public face. */
    public LocalServer intake() {
        return intake;
    }

    /** The topology that classifies and routes. */
    public LocalServer triage() {
        return triage;
    }

    /** What tells the Commissioner. */
    public LocalServer notifier() {
        return notifier;
    }

    /** Stops everything in reverse, within 15 s. */
    @Override
    public void close() {
        crew.stop();
    }
}
