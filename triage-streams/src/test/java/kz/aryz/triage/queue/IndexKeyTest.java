package kz.aryz.triage.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import kz.aryz.schema.Priority;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IndexKeyTest {

    private static final Instant NOW = Instant.parse("2022-01-08T10:15:30.123Z");

    @Test
    void theMostUrgentComesFirstThenTheOldest() {
        IndexKey urgent = new IndexKey("PROS.KZ-75", Priority.P0, NOW, "c");
        IndexKey older = new IndexKey("PROS.KZ-75", Priority.P1, NOW.minusSeconds(1), "b");
        IndexKey younger = new IndexKey("PROS.KZ-75", Priority.P1, NOW, "a");

        List<String> ordered = List.of(younger, older, urgent).stream()
                .map(IndexKey::text)
                .sorted()
                .toList();

        assertThat(ordered).containsExactly(urgent.text(), older.text(), younger.text());
    }

    @Property
    void theOrderOfTheTextsIsTheOrderOfTime(
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long one,
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long other) {
        Comparator<Long> asTexts = Comparator.comparing(IndexKeyTest::textAt);

        assertThat(Integer.signum(asTexts.compare(one, other))).isEqualTo(Long.compare(one, other));
    }

    @Property
    void aKeyIsReadBackAsItWasWritten(
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long receivedAt, @ForAll Priority priority) {
        if (priority == Priority.UNKNOWN) {
            return;
        }
        IndexKey key = new IndexKey("PROS.SPECIAL", priority, Instant.ofEpochMilli(receivedAt), "id");

        assertThat(IndexKey.parse(key.text())).contains(key);
    }

    @Test
    void theRangeOfAUnitLeavesOutUnitsWhoseCodeBeginsAlike() {
        String other = new IndexKey("PROS.KZ-10", Priority.P0, NOW, "id").text();
        String own = new IndexKey("PROS.KZ-1", Priority.P3, NOW, "id").text();

        assertThat(own).isBetween(IndexKey.prefix("PROS.KZ-1"), IndexKey.end("PROS.KZ-1"));
        assertThat(other)
                .satisfiesAnyOf(
                        key -> assertThat(key).isLessThan(IndexKey.prefix("PROS.KZ-1")),
                        key -> assertThat(key).isGreaterThan(IndexKey.end("PROS.KZ-1")));
    }

    @Test
    void refusesWhatWouldBreakTheOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexKey("A|B", Priority.P0, NOW, "id"));
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexKey("A", Priority.UNKNOWN, NOW, "id"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexKey("A", Priority.P0, Instant.EPOCH.minusMillis(1), "id"));
    }

    @Test
    void textThatIsNoKeyIsNotRead() {
        assertThat(IndexKey.parse("PROS.KZ-75|P4|000000000000000|id")).isEmpty();
        assertThat(IndexKey.parse("")).isEmpty();
    }

    private static String textAt(long millis) {
        return new IndexKey("U", Priority.P1, Instant.ofEpochMilli(millis), "id").text();
    }
}
