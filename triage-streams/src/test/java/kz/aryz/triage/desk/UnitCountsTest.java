package kz.aryz.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitCountsTest {

    private static final List<UnitCount> UNITS = List.of(new UnitCount("PROS.KZ-75", 3));

    @Test
    void wholeCountsHaveTheFieldsOfTheInterfaceAndNoOther() {
        JsonNode counts = json(new UnitCounts(UNITS, false));

        assertThat(counts.fieldNames()).toIterable().containsExactly("units");
        assertThat(counts.path("units").path(0).fieldNames()).toIterable().containsExactly("unit", "open");
    }

    @Test
    void countsThatMayBeTooLowSaySo() {
        assertThat(json(new UnitCounts(UNITS, true)).path("partial").booleanValue())
                .isTrue();
    }

    private static JsonNode json(UnitCounts counts) {
        return new ObjectMapper().valueToTree(counts);
    }
}
