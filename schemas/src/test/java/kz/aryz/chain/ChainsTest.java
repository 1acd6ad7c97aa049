package kz.aryz.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.aryz.chain.Break.Kind;
import kz.aryz.id.DeterministicId;
import kz.aryz.id.Sha256;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.EventHeader;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.serde.WireFormat;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainsTest {

    private static final String ONE = "018d4f2a-0000-8000-8000-000000000001";
    private static final String OTHER = "018d4f2a-0000-8000-8000-000000000002";

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final Serializer<CaseEvent> writer = serdes.serializer(Topics.CASE_EVENTS);
    private final Deserializer<CaseEvent> reader = serdes.deserializer(Topics.CASE_EVENTS);

    @Test
    void chainsOfSeveralComplaintsAreWholeWhereTheyLieAmongEachOther() {
        List<byte[]> one = chain(ONE, 3);
        List<byte[]> other = chain(OTHER, 2);

        Chains chains = new Chains(reader);

        assertThat(follow(chains, ONE, one.get(0))).isEmpty();
        assertThat(follow(chains, OTHER, other.get(0))).isEmpty();
        assertThat(follow(chains, ONE, one.get(1))).isEmpty();
        assertThat(follow(chains, OTHER, other.get(1))).isEmpty();
        assertThat(follow(chains, ONE, one.get(2))).isEmpty();
        assertThat(chains.complaints()).isEqualTo(2);
    }

    @Test
    void anEventThatWasChangedIsFoundAtTheOneBehindIt() {
        List<byte[]> chain = chain(ONE, 3);
        chain.set(1, bytes(event(ONE, 2, hash(chain.get(0)), "SOMEBODY")));

        assertThat(breaks(chain)).containsExactly(new Break(ONE, 3, 2, Kind.HASH));
    }

    @Test
    void anEventThatWasTakenOutIsFound() {
        List<byte[]> chain = chain(ONE, 4);
        chain.remove(1);

        assertThat(breaks(chain)).containsExactly(new Break(ONE, 3, 1, Kind.POSITION));
    }

    @Test
    void aChainThatLacksItsBeginningIsFound() {
        List<byte[]> chain = chain(ONE, 3);
        chain.removeFirst();

        assertThat(breaks(chain)).containsExactly(new Break(ONE, 2, 0, Kind.POSITION));
    }

    @Test
    void anEventThatIsThereTwiceIsFound() {
        List<byte[]> chain = chain(ONE, 2);
        chain.add(chain.getLast());

        assertThat(breaks(chain)).containsExactly(new Break(ONE, 2, 2, Kind.POSITION));
    }

    @Test
    void aFirstEventThatHasOneBeforeItIsFound() {
        assertThat(breaks(List.of(bytes(event(ONE, 1, ByteBuffer.wrap(new byte[32]), "")))))
                .containsExactly(new Break(ONE, 1, 0, Kind.HASH));
    }

    @Test
    void anEventOfAnotherComplaintIsFound() {
        assertThat(breaks(chain(OTHER, 1))).containsExactly(new Break(ONE, 1, 0, Kind.FOREIGN));
    }

    @Test
    void whatCannotBeReadIsFoundAndTheChainFollowedFromThereOn() {
        List<byte[]> chain = chain(ONE, 2);
        byte[] nonsense = {7};
        chain.add(nonsense);
        chain.add(bytes(event(ONE, 4, hash(nonsense), "")));

        assertThat(breaks(chain)).containsExactly(new Break(ONE, 0, 2, Kind.UNREADABLE));
    }

    @Test
    void aTombstoneIsFound() {
        assertThat(new Chains(reader).follow(record(ONE, 5, null))).contains(new Break(ONE, 0, 5, Kind.UNREADABLE));
    }

    private List<Break> breaks(List<byte[]> records) {
        Chains chains = new Chains(reader);
        List<Break> breaks = new ArrayList<>();
        for (int offset = 0; offset < records.size(); offset++) {
            chains.follow(record(ONE, offset, records.get(offset))).ifPresent(breaks::add);
        }
        return breaks;
    }

    private static Optional<Break> follow(Chains chains, String complaintId, byte[] value) {
        return chains.follow(record(complaintId, 0, value));
    }

    private static ConsumerRecord<String, byte[]> record(String complaintId, long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.CASE_EVENTS.name(), 0, offset, complaintId, value);
    }

    private List<byte[]> chain(String complaintId, int length) {
        List<byte[]> chain = new ArrayList<>();
        for (long seq = 1; seq <= length; seq++) {
            chain.add(bytes(event(complaintId, seq, chain.isEmpty() ? null : hash(chain.getLast()), "")));
        }
        return chain;
    }

    private byte[] bytes(CaseEvent event) {
        return writer.serialize(Topics.CASE_EVENTS.name(), event);
    }

    private static ByteBuffer hash(byte[] record) {
        int body = Math.min(WireFormat.HEADER_BYTES, record.length);
        return ByteBuffer.wrap(Sha256.of(Arrays.copyOfRange(record, body, record.length)));
    }

    private static CaseEvent event(String complaintId, long seq, @Nullable ByteBuffer before, String actor) {
        return CaseEvent.newBuilder()
                .setKind(CaseEventKind.REGISTERED)
                .setHeader(EventHeader.newBuilder()
                        .setEventId(DeterministicId.of(complaintId, Long.toString(seq)))
                        .setComplaintId(complaintId)
                        .setOccurredAt(Instant.EPOCH)
                        .setRecordedAt(Instant.EPOCH)
                        .setSeq(seq)
                        .setPrevHash(before)
                        .setActorRef(actor)
                        .build())
                .build();
    }
}
