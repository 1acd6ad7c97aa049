package kz.aryz.runtime.deadletter;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Puts aside a record that was parked or that a decision failed on. Everything else fails the thread. So does a failure
 * with no source record at hand (in a punctuation, or once something was written for the record): nothing may be lost
 * without its bytes.
 */
public final class FailedProcessingHandler implements ProcessingExceptionHandler {

    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetters.from(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (deadLetters == null || !atHand(context, exception) || Fault.of(exception) != Fault.OF_THE_RECORD) {
            return Response.fail();
        }
        return Response.resume(deadLetters.of(SourceRecord.of(context), codeOf(exception)));
    }

    /** Kafka drops the bytes with the first write for a record; what is parked is parked before any. */
    private static boolean atHand(ErrorHandlerContext context, Exception exception) {
        boolean bytes = context.sourceRawKey() != null || context.sourceRawValue() != null;
        return context.topic() != null && (bytes || exception instanceof ParkedException);
    }

    private static DeadLetterCode codeOf(Exception exception) {
        return exception instanceof ParkedException parked ? parked.code() : DeadLetterCode.PROCESSING_FAILED;
    }
}
