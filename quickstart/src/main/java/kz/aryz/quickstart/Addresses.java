package kz.aryz.quickstart;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.aryz.quickstart.process.FreePort;
import kz.aryz.quickstart.process.LocalIdentityProvider;

/**
 * Where the parts of an Aryz on this machine listen.
 *
 * @param kafka port of the broker
 * @param controller port of the broker's controller
 * @param registry port of the schema registry
 * @param smtp port where the mail server takes mail
 * @param mailbox port where the mail server shows mail
 * @param intake port of intake-service
 * @param triage port of triage-streams
 * @param notifier port of notifier
 * @param identityProvider port of the identity provider, where staff sign in
 */
public record Addresses(
        int kafka,
        int controller,
        int registry,
        int smtp,
        int mailbox,
        int intake,
        int triage,
        int notifier,
        int identityProvider) {

    /** The only address that the quickstart listens on. */
    public static final String HOST = "127.0.0.1";

    private static final Addresses STANDARD = new Addresses(9092, 9093, 8085, 3025, 8086, 8080, 8081, 8082, 8087);

    /** The standard ports, each higher by the offset. */
    public static Addresses shifted(int offset) {
        return new Addresses(
                STANDARD.kafka + offset,
                STANDARD.controller + offset,
                STANDARD.registry + offset,
                STANDARD.smtp + offset,
                STANDARD.mailbox + offset,
                STANDARD.intake + offset,
                STANDARD.triage + offset,
                STANDARD.notifier + offset,
                STANDARD.identityProvider + offset);
    }

    /** Ports that nobody listens on right now, and that nobody else is told of in this process. */
    public static Addresses free() {
        return new Addresses(
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find());
    }

    /** Value of {@code KAFKA_BOOTSTRAP_SERVERS}. */
    public String bootstrapServers() {
        return HOST + ":" + kafka;
    }

    /** Value of {@code SCHEMA_REGISTRY_URL}. */
    public URI registryUrl() {
        return URI.create(http(registry) + "/apis/registry/v3");
    }

    /** Address of the public form and API. */
    public URI intakeUrl() {
        return http(intake);
    }

    /** Address of the investigators' queues. */
    public URI triageUrl() {
        return http(triage);
    }

    /** Address of the Commissioner's inbox. */
    public URI notifierUrl() {
        return http(notifier);
    }

    /** Address at which the mail server shows what it got. */
    public URI mailboxUrl() {
        return http(mailbox);
    }

    /** Value of {@code ARYZ_SMTP_URL}. */
    public URI smtpUrl() {
        return URI.create("smtp://" + HOST + ":" + smtp);
    }

    /** The identity provider, as tokens name it. */
    public URI issuer() {
        return LocalIdentityProvider.issuer(identityProvider);
    }

    /** The address under the name that people type: a sign-in ends where it began only if both go by one name. */
    public static URI byName(URI address) {
        return URI.create("http://localhost:" + address.getPort());
    }

    /** Every port by what listens there, in the order of starting; but for that of the identity provider. */
    public Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("the broker", kafka);
        ports.put("the broker's controller", controller);
        ports.put("the schema registry", registry);
        ports.put("the mail server", smtp);
        ports.put("the mailbox", mailbox);
        ports.put("intake-service", intake);
        ports.put("triage-streams", triage);
        ports.put("notifier", notifier);
        return ports;
    }

    private static URI http(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }
}
