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

    private static final int MANY = 20_000;

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
    void keepsTheRestOfATextOfNothingButValuesTogetherByItsLetters() throws UnreadableJson {
        String many = "{\"a\" : 1},".repeat(MANY) + "{\"ұ\":\"\\u0041\"}";

        Json read = read("{\"y\":[" + many + " ],\"people\":{\"name\":\"Aigul\"},\"story\":\"kept\"}");

        List<Json.Member> members = ((Json.Obj) read).members();
        List<Json> items = ((Json.Arr) members.getFirst().value()).items();
        assertThat(items).hasSizeBetween(JsonReader.FEW / 2, MANY / 2);
        assertThat(((Json.Text) items.getLast()).value())
                .startsWith("{\"a\" : 1},")
                .endsWith(",{\"ұ\":\"\\u0041\"}");
        assertThat(written(items)).isEqualTo(many.replace(" ", ""));
        assertThat(members.subList(1, 3))
                .containsExactly(
                        new Json.Member(
                                "people",
                                new Json.Obj(List.of(
                                        new Json.Member(JsonReader.REST, new Json.Text("\"name\":\"Aigul\""))))),
                        new Json.Member("story", new Json.Text("kept")));
    }

    /** The items with the letters of the last in place. */
    private static String written(List<Json> items) {
        Json.Text rest = (Json.Text) items.getLast();
        String taken = JsonWriter.write(new Json.Arr(items.subList(0, items.size() - 1)));
        return (taken.substring(1, taken.length() - 1) + "," + rest.value()).replace(" ", "");
    }

    @Test
    void takesApartEveryTextOfFewValuesWhateverItsLength() throws UnreadableJson {
        Json read = read("{\"a\":[" + "1,".repeat(JsonReader.FEW - 1) + "2]}");

        Json.Arr items = (Json.Arr) ((Json.Obj) read).members().getFirst().value();
        assertThat(items.items()).hasSize(JsonReader.FEW).endsWith(new Json.Num("2"));
    }

    @Test
    void boundsTheFieldsOfTheOutermostObjectToo() throws UnreadableJson {
        Json read = read("{" + "\"a\":1,".repeat(MANY) + "\"b\": 2 }");

        Json.Member last = ((Json.Obj) read).members().getLast();
        assertThat(last.name()).isEqualTo(JsonReader.REST);
        assertThat(((Json.Text) last.value()).value()).startsWith("\"a\":1,").endsWith(",\"b\": 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1", "[1,}", "{\"a\":\"\n\"}", "[tru]"})
    void refusesWhatIsNoJsonInTheRestToo(String broken) {
        String text = "[" + "1,".repeat(MANY) + broken + "]";

        assertThat(reasonOf(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.BROKEN);
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
