package kz.aryz.serde;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Which id stands for which schema. Safe for use by several threads. */
interface SchemaIds extends AutoCloseable {

    /**
     * The id of the value's schema under the topic's subject.
     *
     * @throws RegistryUnavailableException if it cannot be told now
     */
    int id(String topic, SpecificRecord value);

    /**
     * The schema the record was written with.
     *
     * @throws RegistryUnavailableException if it cannot be told now
     * @throws org.apache.kafka.common.errors.SerializationException if the record names no schema there is
     */
    Schema writer(String topic, byte[] record);

    @Override
    default void close() {}
}
