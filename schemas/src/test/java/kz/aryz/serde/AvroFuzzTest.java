package kz.aryz.serde;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.Acknowledgement;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.ComplaintStatus;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Receipt;
import kz.aryz.schema.ReferenceRelease;
import kz.aryz.schema.StaffMember;
import kz.aryz.schema.StaffName;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Whatever bytes lie on a topic: they are a record, or they are refused and nothing else happens. */
class AvroFuzzTest {

    private static final List<Class<? extends SpecificRecord>> TYPES = List.of(
            Submission.class,
            AccountSection.class,
            IdentitySection.class,
            WrappedKey.class,
            CaseEvent.class,
            Obligation.class,
            DeliveryAttempt.class,
            Acknowledgement.class,
            ReferenceRelease.class,
            AccessEvent.class,
            CaseCommand.class,
            CommandOutcome.class,
            ComplaintStatus.class,
            DeliveryOutcome.class,
            QueueItem.class,
            Receipt.class,
            StaffMember.class,
            StaffName.class,
            NoteSection.class);

    /** The first byte says of which type the rest is to be read. */
    @FuzzTest(maxDuration = "1m")
    void bytesAreARecordOrRefused(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Class<? extends SpecificRecord> type = TYPES.get(Byte.toUnsignedInt(input[0]) % TYPES.size());

        read(type, input, 1).ifPresent(record -> {
            byte[] written = AvroBinary.encode(record);
            assertThat(read(type, written, 0).map(AvroBinary::encode)).contains(written);
        });
    }

    private static Optional<SpecificRecord> read(Class<? extends SpecificRecord> type, byte[] bytes, int offset) {
        try {
            return Optional.of(AvroBinary.decode(type, SpecificData.get().getSchema(type), bytes, offset));
        } catch (SerializationException refused) {
            return Optional.empty();
        }
    }
}
