package kz.aryz.triage.desk;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import kz.aryz.command.Outcomes;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.CommandVerdict;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Takes commands as the broker does, and answers each at once as it was told to. */
final class AnsweringTriage extends MockProducer<String, CaseCommand> {

    private final Outcomes outcomes;
    private volatile boolean silent;
    private volatile @Nullable String refusal;

    AnsweringTriage(Outcomes outcomes) {
        super(true, null, new StringSerializer(), AvroSerdes.inMemory().serializer(Topics.COMMANDS));
        this.outcomes = outcomes;
    }

    void refuse(String reason) {
        refusal = reason;
    }

    void fallSilent() {
        silent = true;
    }

    List<CaseCommand> commands() {
        return history().stream().map(ProducerRecord::value).toList();
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, CaseCommand> record, Callback callback) {
        Future<RecordMetadata> written = super.send(record, callback);
        if (!silent) {
            outcomes.take(record.value().getCommandId(), outcome(record.value()));
        }
        return written;
    }

    private CommandOutcome outcome(CaseCommand command) {
        return CommandOutcome.newBuilder()
                .setCommandId(command.getCommandId())
                .setComplaintId(command.getComplaintId())
                .setVerdict(refusal == null ? CommandVerdict.ACCEPTED : CommandVerdict.REFUSED)
                .setReason(refusal)
                .setSeq(refusal == null ? command.getExpectedSeq() + 1 : null)
                .setAt(Instant.EPOCH)
                .build();
    }
}
