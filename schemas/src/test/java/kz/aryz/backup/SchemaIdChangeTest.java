package kz.aryz.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaIdChangeTest {

    private final SchemaIdChange change = new SchemaIdChange(Map.of(7, 300, 300, 7));

    @Test
    void aValueGetsTheIdThatItsSchemaHasNow() {
        assertThat(change.applied(new byte[] {0, 0, 0, 0, 7, 42})).isEqualTo(new byte[] {0, 0, 0, 1, 44, 42});
        assertThat(change.applied(new byte[] {0, 0, 0, 1, 44, 42})).isEqualTo(new byte[] {0, 0, 0, 0, 7, 42});
    }

    @Test
    void whatBeginsWithNoIdThatWasKnownStaysAsItIs() {
        for (byte[] value : new byte[][] {{}, {0, 0, 0, 7}, {1, 0, 0, 0, 7, 42}, {0, 0, 0, 0, 8, 42}}) {
            assertThat(change.applied(value)).isEqualTo(value);
        }
        assertThat(change.applied(null)).isNull();
    }

    @Test
    void theValueThatWasReadIsNotTouched() {
        byte[] value = {0, 0, 0, 0, 7, 42};

        change.applied(value);

        assertThat(value).isEqualTo(new byte[] {0, 0, 0, 0, 7, 42});
    }
}
