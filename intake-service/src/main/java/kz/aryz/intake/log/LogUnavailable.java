package kz.aryz.intake.log;

/** Kafka, or the schema registry behind it, did not confirm in time. What was to be written may or may not be there. */
public final class LogUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    public LogUnavailable(Throwable cause) {
        super("not confirmed in time: " + cause.getClass().getSimpleName(), cause);
    }
}
