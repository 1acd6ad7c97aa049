package kz.aryz.intake.submission;

/**
 * Who takes a complaint in. It stands in the complaint's event, and the complainant is told nothing of it.
 *
 * @param ref name of the service, or pseudonym of a person
 * @param body code of the body that the person belongs to; empty where none or several are known
 */
public record Actor(String ref, String body) {

    /** Nobody but intake itself: the complainant wrote it, or a program sent it. */
    public static final Actor SERVICE = new Actor("intake-service", "");
}
