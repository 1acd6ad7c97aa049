package kz.aryz.chain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.aryz.chain.Break.Kind;
import kz.aryz.id.Sha256;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.EventHeader;
import kz.aryz.serde.WireFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Follows the chains of all complaints of a partition of {@code cases.events}, from its first record on. For one thread. */
final class Chains {

    private final Deserializer<CaseEvent> events;
    private final Map<String, Link> last = new HashMap<>();

    Chains(Deserializer<CaseEvent> events) {
        this.events = events;
    }

    /** How many complaints have been seen. */
    int complaints() {
        return last.size();
    }

    /** Takes in the next record. After a break the chain is followed from there on. */
    Optional<Break> follow(ConsumerRecord<String, byte[]> record) {
        String complaintId = Objects.requireNonNullElse(record.key(), "");
        byte @Nullable [] value = record.value();
        Optional<EventHeader> header = header(record);
        if (header.isEmpty() || value == null) {
            last.put(complaintId, new Link(seqOf(last.get(complaintId)) + 1, hash(value)));
            return Optional.of(new Break(complaintId, 0, record.offset(), Kind.UNREADABLE));
        }
        Link former = last.put(complaintId, new Link(header.get().getSeq(), hash(value)));
        return fault(complaintId, header.get(), former)
                .map(kind -> new Break(complaintId, header.get().getSeq(), record.offset(), kind));
    }

    private static Optional<Kind> fault(String complaintId, EventHeader header, @Nullable Link former) {
        if (!header.getComplaintId().equals(complaintId)) {
            return Optional.of(Kind.FOREIGN);
        }
        if (header.getSeq() != seqOf(former) + 1) {
            return Optional.of(Kind.POSITION);
        }
        ByteBuffer expected = former == null ? null : former.hash();
        return Objects.equals(header.getPrevHash(), expected) ? Optional.empty() : Optional.of(Kind.HASH);
    }

    private static long seqOf(@Nullable Link link) {
        return link == null ? 0 : link.seq();
    }

    private Optional<EventHeader> header(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(events.deserialize(record.topic(), record.value()))
                    .map(CaseEvent::getHeader);
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }

    private static ByteBuffer hash(byte @Nullable [] value) {
        byte[] record = value == null ? new byte[0] : value;
        int body = Math.min(WireFormat.HEADER_BYTES, record.length);
        return ByteBuffer.wrap(Sha256.of(Arrays.copyOfRange(record, body, record.length)));
    }

    /**
     * The latest event of a complaint.
     *
     * @param seq its position
     * @param hash SHA-256 of its Avro body
     */
    private record Link(long seq, ByteBuffer hash) {}
}
