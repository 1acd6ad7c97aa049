package kz.aryz.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import kz.aryz.intake.json.JsonReader;
import kz.aryz.intake.json.UnreadableJson;
import kz.aryz.topic.Topic;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message of exactly the size limit still fits a record, however it is made. */
class LargestMessageTest {

    private static final int MEBIBYTE = 1 << 20;

    /** Envelope, gaps, key references. */
    private static final int ROOM_FOR_THE_REST = 64 * 1024;

    @ParameterizedTest
    @MethodSource("messages")
    void fitsARecord(String message) throws UnreadableJson, IOException {
        Complaint complaint = new ComplaintMapping(Optional::empty)
                .map(
                        new JsonReader(MEBIBYTE).read(message.getBytes(StandardCharsets.UTF_8)),
                        Instant.parse("2026-11-24T06:00:00Z"));

        assertThat(encoded(complaint.account()) + encoded(complaint.identity()) + ROOM_FOR_THE_REST)
                .isLessThan(Topic.MAX_MESSAGE_BYTES);
    }

    static Stream<String> messages() {
        return Stream.of(
                "{\"narrative\":\"" + "x".repeat(MEBIBYTE - 20) + "\"}",
                "{\"narrative\":\"" + "\\b".repeat(MEBIBYTE / 2 - 20) + "\",\"a\":\"\"}",
                "{\"odd\":\"" + "\\b".repeat(MEBIBYTE / 2 - 20) + "\"}",
                "{\"odd\":\"" + "\\ud83d".repeat(MEBIBYTE / 6 - 20) + "\"}",
                "{\"narrative\":\"" + "\\ud83d".repeat(MEBIBYTE / 6 - 20) + "\"}",
                filled("{\"victims\":[", any -> "{}", "]}"),
                filled("{\"victims\":[", any -> "{\"a\":1}", "]}"),
                filled("{\"victims\":[", any -> filled("{\"vulnerabilities\":[", other -> "[]", "]}", 2_000), "]}"),
                filled("{\"accusedBodyCodes\":[", any -> "\"\"", "]}"),
                filled("{\"declaredTypes\":[", any -> "0", "]}"),
                filled("{\"consents\":{\"other\":[", any -> "{}", "]}}"),
                filled("{", index -> "\"" + Integer.toString(index, 36) + "\":0", "}"));
    }

    private static String filled(String start, IntFunction<String> item, String end) {
        return filled(start, item, end, MEBIBYTE);
    }

    /** As many items between start and end as there is room for. */
    private static String filled(String start, IntFunction<String> item, String end, int room) {
        StringBuilder text = new StringBuilder(start);
        String next = item.apply(0);
        for (int index = 1; text.length() + next.length() + 1 + end.length() <= room; index++) {
            text.append(next).append(',');
            next = item.apply(index);
        }
        text.setLength(text.length() - 1);
        return text.append(end).toString();
    }

    private static int encoded(SpecificRecordBase section) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(section.getSchema()).write(section, encoder);
        encoder.flush();
        return bytes.size();
    }
}
