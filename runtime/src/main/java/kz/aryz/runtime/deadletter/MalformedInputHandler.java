package kz.aryz.runtime.deadletter;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** Puts aside bytes that are no record of their topic; fails the thread, which is replaced, where they could not be judged. */
public final class MalformedInputHandler implements DeserializationExceptionHandler {

    private @Nullable DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetters.from(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (deadLetters == null || Fault.of(exception) != Fault.OF_THE_RECORD) {
            return Response.fail();
        }
        return Response.resume(deadLetters.of(SourceRecord.of(context), DeadLetterCode.MALFORMED));
    }
}
