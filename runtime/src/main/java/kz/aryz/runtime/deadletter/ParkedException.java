package kz.aryz.runtime.deadletter;

/**
 * Says that a record is to be kept as a dead letter. An exception and not a value, because only Kafka's own error
 * handlers still have the bytes as they were read.
 */
public final class ParkedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DeadLetterCode code;

    public ParkedException(DeadLetterCode code) {
        super(code.name());
        this.code = code;
    }

    public DeadLetterCode code() {
        return code;
    }
}
