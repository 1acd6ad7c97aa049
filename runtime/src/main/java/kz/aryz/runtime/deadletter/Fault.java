package kz.aryz.runtime.deadletter;

import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/** What to do about a failure. */
public enum Fault {
    /**
     * Something outside is away: registry, broker, key service. The same record succeeds later. So it does after a broker was
     * away for longer than it lets a transaction last: it calls the end of such a one an invalid state (seen on 4.3.1).
     */
    RETRIABLE,
    /** The record is at fault, or a decision about it: it fails for ever and is put aside. */
    OF_THE_RECORD,
    /** Kafka or the disk is at fault: no record may be put aside for it. */
    FATAL;

    private static final int MAX_DEPTH = 20;

    /** Tells by the chain of causes. */
    public static Fault of(Throwable failure) {
        if (causes(failure).anyMatch(Fault::isOfAnOutage)) {
            return RETRIABLE;
        }
        if (causes(failure).anyMatch(SerializationException.class::isInstance)) {
            return OF_THE_RECORD;
        }
        return causes(failure).anyMatch(Fault::isOfTheMachine) ? FATAL : OF_THE_RECORD;
    }

    private static boolean isOfAnOutage(Throwable cause) {
        return cause instanceof RetriableException || cause instanceof InvalidTxnStateException;
    }

    private static boolean isOfTheMachine(Throwable cause) {
        return cause instanceof KafkaException || cause instanceof Error;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_DEPTH);
    }
}
