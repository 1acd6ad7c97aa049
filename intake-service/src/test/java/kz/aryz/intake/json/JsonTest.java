package kz.aryz.intake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.aryz.intake.json.UnreadableJson.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private final JsonReader reader = new JsonReader(1 << 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.50,\"b\":[true,false,null,\"x\"],\"c\":{}}",
                "{\"a\":1,\"a\":2}",
                "[1e999999999,-0,123456789012345678901234567890]",
                "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\"",
                "\"\\ud83d and ұқыптылық 😀\"",
                "[[],[{}]]"
            })
    void losesNothing(String text) throws UnreadableJson {
        assertThat(JsonWriter.write(read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\"}", "[1,]", "{\"a\":1} x", "{} {}", "nul", "01", "NaN", "'a'", "\"a\nb\"", "}"})
    void refusesWhatIsNoJson(String text) {
        assertThat(reasonOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t"})
    void tellsAnEmptyTextFromABrokenOne(String text) {
        assertThat(reasonOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.EMPTY);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThat(reasonOf("\"Алматы\"".getBytes(Charset.forName("windows-1251"))))
                .isEqualTo(Reason.ENCODING);
        assertThat(reasonOf(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'})).isEqualTo(Reason.ENCODING);
        assertThat(reasonOf(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
                .isEqualTo(Reason.ENCODING);
    }

    @Test
    void takesAByteOrderMark() throws UnreadableJson {
        assertThat(read("\uFEFF{}")).isEqualTo(new Json.Obj(List.of()));
    }

    @Test
    void refusesWhatIsNestedTooDeep() throws UnreadableJson {
        assertThat(read("[".repeat(JsonReader.MAX_DEPTH) + "]".repeat(JsonReader.MAX_DEPTH)))
                .isInstanceOf(Json.Arr.class);
        assertThat(reasonOf("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.TOO_DEEP);
    }

    @Test
    void neverShowsContent() throws UnreadableJson {
        assertThat(read("{\"secret\":[\"secret\",{\"secret\":true}]}").toString())
                .doesNotContain("secret");
    }

    private Json read(String text) throws UnreadableJson {
        return reader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Reason reasonOf(byte[] bytes) {
        return catchThrowableOfType(UnreadableJson.class, () -> reader.read(bytes))
                .reason();
    }
}
