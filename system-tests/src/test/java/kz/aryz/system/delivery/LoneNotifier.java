package kz.aryz.system.delivery;

import static kz.aryz.system.Patience.PATIENCE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.quickstart.mail.Mailbox;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.quickstart.process.FreePort;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalMail;
import kz.aryz.quickstart.process.LocalService;
import kz.aryz.quickstart.up.Setup;
import kz.aryz.system.OneAtATime;
import kz.aryz.system.Platform;

/**
 * notifier without the other services, on a platform of its own: tests write the obligations themselves. Between it and the
 * mail server stands one that misbehaves as told.
 */
final class LoneNotifier implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 160;

    private final Installation installation = Installation.find();
    private final Path folder;
    private final Platform platform;
    private final LocalMail mail;
    private final UnrulyMailServer unruly;
    private final int port = FreePort.find();
    private LocalService notifier;

    private LoneNotifier(Path folder) {
        this.folder = folder;
        this.platform = Platform.start(folder);
        this.mail = LocalMail.onFreePorts(installation, folder);
        this.unruly = new UnrulyMailServer(mail.smtpAddress());
        this.notifier = service(Map.of());
        mail.startAndAwait(PATIENCE);
        Setup setup = new Setup(line -> {});
        setup.keys(folder.resolve("keys"), platform.bootstrapServers());
        setup.topics(platform.bootstrapServers());
        setup.schemas(platform.registry());
    }

    /** The shared one; not running. */
    static LoneNotifier get() {
        return OneAtATime.get(LoneNotifier.class, LoneNotifier::new);
    }

    /** Starts it with these variables, and returns when it is ready. */
    void start(Map<String, String> variables) {
        notifier = service(variables);
        notifier.startAndAwait(PATIENCE);
    }

    void kill() {
        notifier.kill();
    }

    /** Ends it as an operator would. */
    void stop() {
        notifier.close();
    }

    /** Where it finds its topics and schemas. */
    Platform platform() {
        return platform;
    }

    /** What it sends its mail to. */
    UnrulyMailServer mailServer() {
        return unruly;
    }

    /** What arrived. */
    List<ReceivedMail> mails() throws IOException, InterruptedException {
        try (Mailbox mailbox = new Mailbox(mail.mailboxAddress())) {
            return mailbox.read();
        }
    }

    private LocalService service(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", platform.bootstrapServers());
        environment.put("SCHEMA_REGISTRY_URL", platform.registry().toString());
        environment.put("ARYZ_KEYS", folder.resolve("keys/notifier").toString());
        environment.put("ARYZ_SMTP_URL", unruly.address().toString());
        return new LocalService(
                installation,
                "notifier",
                HEAP_MEGABYTES,
                folder.resolve("notifier"),
                folder.resolve("logs"),
                port,
                environment);
    }

    @Override
    public void close() throws IOException {
        stop();
        mail.close();
        platform.close();
        unruly.close();
    }
}
