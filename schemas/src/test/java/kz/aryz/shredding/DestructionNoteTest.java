package kz.aryz.shredding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DestructionNoteTest {

    private static final DestructionNote NOTE = new DestructionNote(
            Instant.parse("2026-11-26T10:00:00Z"), "COURT_ORDER", List.of("PROS_KZ-75", "COMMISSIONER"));

    @Test
    void isReadAsItWasNotedAlsoBesideOtherHeaders() {
        RecordHeaders headers = new RecordHeaders(NOTE.headers());
        headers.add("aryz.mark", "1".getBytes(UTF_8));

        assertThat(DestructionNote.of(headers)).contains(NOTE);
        assertThat(NOTE.bodies()).containsExactly("COMMISSIONER", "PROS_KZ-75");
    }

    @Test
    void whereNothingIsNotedNothingIsKnown() {
        RecordHeaders unreadable = new RecordHeaders();
        unreadable.add("aryz.destroyed-at", "yesterday".getBytes(UTF_8));

        assertThat(DestructionNote.of(new RecordHeaders())).isEmpty();
        assertThat(DestructionNote.of(unreadable)).isEmpty();
    }
}
