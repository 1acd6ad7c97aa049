package kz.aryz.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kz.aryz.schema.NoteSection;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedSchemaIdsTest {

    private static final NoteSection NOTE = new NoteSection("text");
    private static final byte[] RECORD = WireFormat.record(7, new byte[] {0});

    @TempDir
    private Path dir;

    private final NumberingRegistry registry = new NumberingRegistry();

    @Test
    void asksOnceInTheLifeOfTheProcess() {
        SchemaIds ids = remembering();

        ids.id("t", NOTE);
        ids.id("t", NOTE);
        ids.writer("t", RECORD);
        ids.writer("t", RECORD);

        assertThat(registry.questions).isEqualTo(2);
    }

    @Test
    void writesAndReadsAfterARestartWithoutTheRegistry() {
        remembering().id("t", NOTE);
        remembering().writer("t", RECORD);
        registry.away = true;

        assertThat(remembering().id("t", NOTE)).isEqualTo(7);
        assertThat(remembering().writer("t", RECORD)).isEqualTo(NoteSection.getClassSchema());
    }

    @Test
    void believesARegistryThatWasSetUpAnewRatherThanTheDisk() {
        remembering().id("t", NOTE);
        registry.id = 8;

        assertThat(remembering().id("t", NOTE)).isEqualTo(8);
    }

    @Test
    void saysThatTheRegistryIsAwayWhereNothingIsKept() {
        registry.away = true;

        assertThatThrownBy(() -> remembering().id("t", NOTE)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> remembering().writer("t", RECORD)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void doesNotTakeTheIdOfAnotherTopic() {
        remembering().id("t", NOTE);
        registry.away = true;

        assertThatThrownBy(() -> remembering().id("u", NOTE)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void worksOnWhereTheFolderCannotBeWritten() throws IOException {
        Path file = Files.createFile(dir.resolve("not-a-folder"));
        SchemaIds ids = new RememberedSchemaIds(registry, Optional.of(new SchemaCache(file)));

        assertThat(ids.id("t", NOTE)).isEqualTo(7);
    }

    private SchemaIds remembering() {
        return new RememberedSchemaIds(registry, Optional.of(new SchemaCache(dir)));
    }

    /** A registry that gives every schema the same number, or is away. */
    private static final class NumberingRegistry implements SchemaIds {

        private int id = 7;
        private boolean away;
        private int questions;

        @Override
        public int id(String topic, SpecificRecord value) {
            answer();
            return id;
        }

        @Override
        public Schema writer(String topic, byte[] record) {
            answer();
            return NoteSection.getClassSchema();
        }

        private void answer() {
            questions++;
            if (away) {
                throw new RegistryUnavailableException("away", null);
            }
        }
    }
}
