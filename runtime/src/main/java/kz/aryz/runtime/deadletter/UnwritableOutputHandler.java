package kz.aryz.runtime.deadletter;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * Never lets go of an output. A failed write has already doomed the transaction, so that resuming would lose what was
 * decided: what is away for now is tried again from the last commit, anything else stops the thread. So does an output
 * that cannot be serialized, which is Kafka's default.
 */
public final class UnwritableOutputHandler implements ProductionExceptionHandler {

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing to configure.
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RetriableException ? Response.retry() : Response.fail();
    }
}
