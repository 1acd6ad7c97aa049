package kz.aryz.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.api.Test;

/** What a schema that lives for ever must have. */
class SchemaRulesTest {

    private static final Collection<Schema> NAMED = named();

    @Test
    void everyRecordAndEveryFieldSaysWhatItIs() {
        assertThat(NAMED)
                .allSatisfy(schema ->
                        assertThat(schema.getDoc()).as(schema.getName()).isNotBlank());
        assertThat(fields())
                .allSatisfy(field -> assertThat(field.doc()).as(field.name()).isNotBlank());
    }

    @Test
    void everyEnumTakesWhatItDoesNotKnowAsUnknown() {
        assertThat(NAMED)
                .filteredOn(schema -> schema.getType() == Schema.Type.ENUM)
                .isNotEmpty()
                .allSatisfy(schema -> {
                    assertThat(schema.getEnumSymbols())
                            .as(schema.getName())
                            .first()
                            .isEqualTo("UNKNOWN");
                    assertThat(schema.getEnumDefault()).as(schema.getName()).isEqualTo("UNKNOWN");
                });
    }

    @Test
    void aUnionSaysOnlyThatAValueMayBeMissing() {
        assertThat(fields())
                .filteredOn(field -> field.schema().isUnion())
                .isNotEmpty()
                .allSatisfy(field -> {
                    assertThat(field.schema().getTypes()).as(field.name()).hasSize(2);
                    assertThat(field.schema().getTypes().getFirst().getType())
                            .as(field.name())
                            .isEqualTo(Schema.Type.NULL);
                    assertThat(field.defaultVal()).as(field.name()).isEqualTo(JsonProperties.NULL_VALUE);
                });
    }

    @Test
    void thereAreNoMaps() {
        assertThat(fields())
                .noneSatisfy(field -> assertThat(field.schema().getType()).isEqualTo(Schema.Type.MAP));
    }

    @Test
    void codesThatLawMayChangeAreStrings() {
        assertThat(fields())
                .filteredOn(field -> field.name().matches("code|.*Code|facilityType|unit|ownerBody|addressee"))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(value(field.schema()).getType())
                        .as(field.name())
                        .isEqualTo(Schema.Type.STRING));
    }

    private static Stream<Field> fieldsOf(Schema schema) {
        return schema.getType() == Schema.Type.RECORD ? schema.getFields().stream() : Stream.empty();
    }

    private static List<Field> fields() {
        return NAMED.stream().flatMap(SchemaRulesTest::fieldsOf).toList();
    }

    private static Schema value(Schema schema) {
        return schema.isUnion() ? schema.getTypes().getLast() : schema;
    }

    private static Collection<Schema> named() {
        Map<String, Schema> found = new LinkedHashMap<>();
        PresentSchemas.byName().values().forEach(schema -> collect(schema, found));
        return new ArrayList<>(found.values());
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case ENUM -> found.put(schema.getFullName(), schema);
            case RECORD -> {
                if (found.put(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            default -> {}
        }
    }
}
