package kz.aryz.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** FULL_TRANSITIVE against every release, for what is inside sealed sections as well, before a registry is asked. */
class ReleasedSchemasTest {

    private static final SchemaValidator MUTUAL =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    @TestFactory
    Stream<DynamicTest> thePresentSchemaReadsAndIsReadByEveryReleasedOne() {
        return ReleasedFiles.all().stream()
                .map(file -> DynamicTest.dynamicTest(
                        ReleasedFiles.ROOT.relativize(file).toString(), () -> holdsAgainst(file)));
    }

    @Test
    void whatIsInsideSealedSectionsIsAmongThem() {
        assertThat(ReleasedFiles.all())
                .extracting(file -> file.getFileName().toString())
                .contains("AccountSection.avsc", "IdentitySection.avsc", "NoteSection.avsc", "Submission.avsc");
    }

    @Test
    void aFieldWithoutADefaultWouldBeNoticed() {
        Schema released = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
        Schema present = SchemaBuilder.record("R")
                .fields()
                .requiredString("a")
                .requiredString("b")
                .endRecord();

        assertThatThrownBy(() -> MUTUAL.validate(present, List.of(released)))
                .isInstanceOf(SchemaValidationException.class);
    }

    @Test
    void aFieldThatOldReadersNeedIsNotTakenAway() {
        Schema released = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
        Schema present = SchemaBuilder.record("R").fields().endRecord();

        assertThatThrownBy(() -> MUTUAL.validate(present, List.of(released)))
                .isInstanceOf(SchemaValidationException.class);
    }

    private static void holdsAgainst(Path file) throws IOException {
        Schema released = new Schema.Parser().parse(Files.readString(file));
        Schema present = PresentSchemas.byName().get(released.getName());

        assertThat(present).as("a released record never goes away").isNotNull();
        assertThatCode(() -> MUTUAL.validate(present, List.of(released))).doesNotThrowAnyException();
    }
}
