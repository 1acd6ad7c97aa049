package kz.aryz.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import kz.aryz.intake.json.Json;
import kz.aryz.intake.json.JsonReader;
import kz.aryz.intake.json.JsonWriter;
import kz.aryz.intake.json.UnreadableJson;
import kz.aryz.serde.AvroBinary;

/** Whatever is sent as JSON: it is refused as unreadable, or it is a complaint. */
class ComplaintFuzzTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T06:00:00Z");

    private final JsonReader reader = new JsonReader(1 << 20);
    private final ComplaintMapping mapping = new ComplaintMapping(Optional::empty);

    @FuzzTest(maxDuration = "1m")
    void bytesAreAComplaintOrUnreadable(byte[] sent) {
        read(sent).ifPresent(json -> {
            assertThat(read(JsonWriter.write(json).getBytes(StandardCharsets.UTF_8)))
                    .contains(json);
            Complaint complaint = mapping.map(json, RECEIVED);
            assertThat(AvroBinary.encode(complaint.account())).isNotEmpty();
            assertThat(AvroBinary.encode(complaint.identity())).isNotEmpty();
        });
    }

    private Optional<Json> read(byte[] sent) {
        try {
            return Optional.of(reader.read(sent));
        } catch (UnreadableJson refused) {
            return Optional.empty();
        }
    }
}
