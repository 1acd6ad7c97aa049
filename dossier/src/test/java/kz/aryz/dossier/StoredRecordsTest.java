package kz.aryz.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import kz.aryz.dossier.state.StoredHead;
import kz.aryz.dossier.state.StoredPlace;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.serde.ReleasedSchemas;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores outlive the version that wrote them. */
class StoredRecordsTest {

    private static final long SEED = 2022_01;

    @ParameterizedTest
    @ValueSource(classes = {StoredHead.class, StoredPlace.class})
    void whatEveryReleaseStoredIsRead(Class<?> type) throws IOException {
        Set<Schema> released = ReleasedSchemas.of(type.getName());

        assertThat(released).isNotEmpty();
        for (Schema writer : released) {
            assertThat(read(type, anything(writer))).isInstanceOf(type);
        }
    }

    /**
     * Nobody else has the schemas of records that only stand in stores: the present one is to be kept, whenever it changes,
     * as src/main/resources/kz/aryz/released/VERSION/RECORD.avsc. Those of an application that runs never change.
     */
    @ParameterizedTest
    @ValueSource(classes = {StoredHead.class, StoredPlace.class})
    void whatThisVersionStoresIsKnownToLaterOnes(Class<?> type) {
        Schema present = SpecificData.get().getSchema(type);

        assertThat(ReleasedSchemas.of(type.getName()))
                .extracting(SchemaNormalization::toParsingForm)
                .contains(SchemaNormalization.toParsingForm(present));
    }

    private static byte[] anything(Schema writer) throws IOException {
        Object record = new RandomData(writer, 1, SEED).iterator().next();
        return new BinaryMessageEncoder<>(GenericData.get(), writer)
                .encode(record)
                .array();
    }

    private static Object read(Class<?> type, byte[] bytes) {
        try (Deserializer<?> records = AvroSerdes.local(type).deserializer()) {
            return records.deserialize("store", bytes);
        }
    }
}
