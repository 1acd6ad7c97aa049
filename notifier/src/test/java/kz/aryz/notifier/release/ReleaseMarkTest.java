package kz.aryz.notifier.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.aryz.notifier.Records;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Released;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever runs triage writes events as they like. */
class ReleaseMarkTest {

    private static final String UNIT = "PROS.KZ-75";
    private static final List<String> KEYS = List.of(Records.COMPLAINT + "/identity/k1");

    private final Keysets keysets = Keysets.generate();
    private final ReleaseMark mark = new ReleaseMark(keysets.voucher(Recipient.COMMISSIONER));
    private final CaseEvent event = CaseEvent.newBuilder()
            .setKind(CaseEventKind.RELEASED)
            .setHeader(EventHeader.newBuilder()
                    .setEventId("released")
                    .setComplaintId(Records.COMPLAINT)
                    .setOccurredAt(Records.RECEIVED_AT)
                    .setRecordedAt(Records.RECEIVED_AT)
                    .build())
            .setReleased(Released.newBuilder()
                    .setUnit(UNIT)
                    .setReasonCode("COURT_ORDER")
                    .setKeyRefs(KEYS)
                    .setMark(mark.of(Records.COMPLAINT, UNIT, KEYS))
                    .build())
            .build();

    static Stream<Named<Consumer<CaseEvent>>> forgeries() {
        return Stream.of(
                Named.of("no mark", event -> event.getReleased().setMark(null)),
                Named.of("some mark", event -> event.getReleased().setMark(ByteBuffer.wrap(new byte[32]))),
                Named.of("another unit", event -> event.getReleased().setUnit("PROS.KZ-71")),
                Named.of("another complaint", event -> event.getHeader().setComplaintId("another")),
                Named.of("other keys", event -> event.getReleased().setKeyRefs(List.of())));
    }

    @Test
    void whatTheServiceAskedForItKnowsAgain() {
        assertThat(mark.isOn(event)).isTrue();
        assertThat(mark.isOn(event)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void whatNoOfficerAskedForHasNoMark(Consumer<CaseEvent> forgery) {
        forgery.accept(event);

        assertThat(mark.isOn(event)).isFalse();
    }

    @Test
    void theMarkOfWhoeverRunsTriageIsNone() {
        ReleaseMark forger = new ReleaseMark(keysets.voucher(Recipient.TRIAGE));
        event.getReleased().setMark(forger.of(Records.COMPLAINT, UNIT, KEYS));

        assertThat(mark.isOn(event)).isFalse();
    }
}
