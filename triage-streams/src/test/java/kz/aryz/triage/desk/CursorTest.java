package kz.aryz.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kz.aryz.schema.Priority;
import kz.aryz.triage.queue.IndexKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final IndexKey PLACE =
            new IndexKey("PROS.KZ-75", Priority.P1, Instant.parse("2022-01-06T08:00:00.5Z"), "id");

    @Test
    void leadsBackToThePlace() {
        assertThat(Cursor.decode("PROS.KZ-75", Cursor.encode(PLACE))).contains(PLACE);
    }

    @Test
    void isOfNoUseForAnotherUnit() {
        assertThat(Cursor.decode("PROS.SPECIAL", Cursor.encode(PLACE))).isEmpty();
    }

    @Property
    void anyOtherTextIsNoCursor(@ForAll String text) {
        assertThat(Cursor.decode("PROS.KZ-75", text)).isEmpty();
    }
}
