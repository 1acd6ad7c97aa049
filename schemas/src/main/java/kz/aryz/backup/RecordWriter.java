package kz.aryz.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Writes the records of a partition to a file; see {@link RecordFormat}. */
final class RecordWriter implements AutoCloseable {

    private final DataFileWriter<GenericRecord> file;
    private long written;

    /** @param out is closed with the writer */
    RecordWriter(OutputStream out) throws IOException {
        file = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(RecordFormat.SCHEMA))
                .setCodec(CodecFactory.zstandardCodec(RecordFormat.LEVEL))
                .create(RecordFormat.SCHEMA, out);
    }

    void append(ConsumerRecord<byte[], byte[]> record) throws IOException {
        GenericRecord row = new GenericData.Record(RecordFormat.SCHEMA);
        row.put(RecordFormat.OFFSET, record.offset());
        row.put(RecordFormat.TIMESTAMP, record.timestamp());
        row.put(RecordFormat.KEY, bytes(record.key()));
        row.put(RecordFormat.VALUE, bytes(record.value()));
        row.put(RecordFormat.HEADERS, headers(record));
        file.append(row);
        written++;
    }

    /** How many records it has written. */
    long written() {
        return written;
    }

    private static List<GenericRecord> headers(ConsumerRecord<?, ?> record) {
        List<GenericRecord> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            GenericRecord row = new GenericData.Record(RecordFormat.HEADER);
            row.put(RecordFormat.KEY, header.key());
            row.put(RecordFormat.VALUE, bytes(header.value()));
            headers.add(row);
        }
        return headers;
    }

    private static @Nullable ByteBuffer bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
