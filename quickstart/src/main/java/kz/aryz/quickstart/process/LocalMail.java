package kz.aryz.quickstart.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A mail server that takes every mail, keeps it in memory, shows it and sends none on. */
public final class LocalMail extends LocalServer {

    private static final String NAME = "mail";
    private static final String HOST = "127.0.0.1";
    private static final int HEAP_MEGABYTES = 64;

    private final Installation installation;
    private final Path logs;
    private final int smtp;
    private final int mailbox;

    /**
     * A mail server that is not started yet.
     *
     * @param logs folder of what the server itself has to say
     * @param smtp where it takes mail
     * @param mailbox where it shows mail, by HTTP
     */
    public LocalMail(Installation installation, Path logs, int smtp, int mailbox) {
        super(NAME, installation, logs);
        this.installation = installation;
        this.logs = logs;
        this.smtp = smtp;
        this.mailbox = mailbox;
    }

    /** A mail server on free ports. */
    public static LocalMail onFreePorts(Installation installation, Path folder) {
        return new LocalMail(installation, folder.resolve("logs"), FreePort.find(), FreePort.find());
    }

    /** Value of {@code ARYZ_SMTP_URL}. */
    public URI smtpAddress() {
        return URI.create("smtp://" + HOST + ":" + smtp);
    }

    /** Where it shows what it got. */
    public URI mailboxAddress() {
        return URI.create("http://" + HOST + ":" + mailbox);
    }

    @Override
    void prepare() {
        Folders.create(logs);
    }

    @Override
    JavaProgram program() {
        List<String> options = List.of(
                "-Dgreenmail.smtp.hostname=" + HOST,
                "-Dgreenmail.smtp.port=" + smtp,
                "-Dgreenmail.auth.disabled",
                "-Dgreenmail.api.hostname=" + HOST,
                "-Dgreenmail.api.port=" + mailbox);
        return new JavaProgram(
                NAME,
                HEAP_MEGABYTES,
                options,
                List.of("-jar", installation.mailServer().toString()),
                Map.of(),
                logs);
    }

    @Override
    boolean answers() {
        return new HttpProbe(mailboxAddress().resolve("/api/service/readiness")).answers();
    }
}
