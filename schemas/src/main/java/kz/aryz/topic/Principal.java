package kz.aryz.topic;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.security.auth.KafkaPrincipal;

/**
 * Who somebody is at the broker. Every service and every party of the catalogue has a name of its own, every unit too.
 *
 * @param name what they sign in as
 */
public record Principal(String name) {

    /** As names of topics: so that a name is a name of a file too, and ends nothing that it is quoted in. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /** intake-service. */
    public static final Principal INTAKE = new Principal("intake-service");

    /** triage-streams. */
    public static final Principal TRIAGE = new Principal("triage-streams");

    /** notifier. */
    public static final Principal NOTIFIER = new Principal("notifier");

    /** Whoever publishes reference data and looks at dead letters. */
    public static final Principal OPERATOR = new Principal("operator");

    /** {@code aryz dead-letters retry}. */
    public static final Principal RETRY = new Principal("retry");

    /** {@code aryz backup}: reads everything and writes nothing. */
    public static final Principal BACKUP = new Principal("backup");

    /** {@code aryz shred}. It reads wrapped keys and has no private one, so that it opens nothing. */
    public static final Principal SHREDDER = new Principal("shredder");

    /** The schema registry, where it stores in Kafka. */
    public static final Principal REGISTRY = new Principal("registry");

    /**
     * Whoever makes topics, grants and passwords. Whoever may grant may grant themselves everything: this one is a super
     * user of the brokers and in no grant.
     */
    public static final Principal ADMINISTRATOR = new Principal("administrator");

    private static final String UNIT_PREFIX = "unit.";

    public Principal {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A principal's name has letters, digits, dots, hyphens and underscores");
        }
    }

    /** The principal of a unit. */
    public static Principal unit(String unit) {
        return new Principal(UNIT_PREFIX + unit);
    }

    /** Everybody that an installation has, whatever its units. */
    public static List<Principal> all() {
        return List.of(INTAKE, TRIAGE, NOTIFIER, OPERATOR, RETRY, SHREDDER, BACKUP, REGISTRY);
    }

    /** The principal of a party of the catalogue. */
    static Principal of(Party party) {
        return switch (party) {
            case INTAKE -> INTAKE;
            case TRIAGE -> TRIAGE;
            case NOTIFIER -> NOTIFIER;
            case OPERATOR -> OPERATOR;
            case RETRY -> RETRY;
            case SHREDDER -> SHREDDER;
            case UNIT -> throw new IllegalArgumentException("Units have a principal each");
        };
    }

    /** Whether a broker's principal is one of ours. */
    static boolean isOurs(String kafkaPrincipal) {
        return kafkaPrincipal.startsWith(new Principal(UNIT_PREFIX).kafkaName())
                || all().stream().map(Principal::kafkaName).anyMatch(kafkaPrincipal::equals);
    }

    /** As the broker writes it in a grant. */
    public String kafkaName() {
        return new KafkaPrincipal(KafkaPrincipal.USER_TYPE, name).toString();
    }
}
