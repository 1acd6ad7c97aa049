package kz.aryz.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import kz.aryz.serde.AvroBinary;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Reads the records of a partition from a file; see {@link RecordFormat}. */
final class RecordReader implements Iterator<ConsumerRecord<byte[], byte[]>>, AutoCloseable {

    private final TopicPartition partition;
    private final DataFileReader<GenericRecord> file;

    RecordReader(Path path, TopicPartition partition) throws IOException {
        this.partition = partition;
        this.file = new DataFileReader<>(path.toFile(), new GenericDatumReader<>(null, RecordFormat.SCHEMA));
    }

    @Override
    public boolean hasNext() {
        return file.hasNext();
    }

    @Override
    public ConsumerRecord<byte[], byte[]> next() {
        GenericRecord row = file.next();
        byte[] key = bytes(row.get(RecordFormat.KEY));
        byte[] value = bytes(row.get(RecordFormat.VALUE));
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                (long) row.get(RecordFormat.OFFSET),
                (long) row.get(RecordFormat.TIMESTAMP),
                TimestampType.CREATE_TIME,
                size(key),
                size(value),
                key,
                value,
                headers(row),
                Optional.empty());
    }

    private static Headers headers(GenericRecord row) {
        Headers headers = new RecordHeaders();
        for (Object header : (Collection<?>) row.get(RecordFormat.HEADERS)) {
            GenericRecord named = (GenericRecord) header;
            headers.add(named.get(RecordFormat.KEY).toString(), bytes(named.get(RecordFormat.VALUE)));
        }
        return headers;
    }

    private static byte @Nullable [] bytes(@Nullable Object field) {
        return field == null ? null : AvroBinary.bytes((ByteBuffer) field);
    }

    private static int size(byte @Nullable [] bytes) {
        return bytes == null ? ConsumerRecord.NULL_SIZE : bytes.length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
