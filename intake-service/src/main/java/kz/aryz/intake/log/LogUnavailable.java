package kz.aryz.intake.log;

import java.util.concurrent.ExecutionException;

/** Kafka, or the schema registry behind it, did not confirm in time. What was to be written may or may not be there. */
public final class LogUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    public LogUnavailable(Throwable cause) {
        super("not confirmed in time: " + origin(cause).getClass().getSimpleName(), cause);
    }

    /** What went wrong, rather than the future in which it was noticed. */
    private static Throwable origin(Throwable noticed) {
        Throwable cause = noticed.getCause();
        return noticed instanceof ExecutionException && cause != null ? cause : noticed;
    }
}
