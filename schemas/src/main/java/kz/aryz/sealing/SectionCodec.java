package kz.aryz.sealing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** The record inside a section as Avro binary, without any header: the schema is named beside it. */
final class SectionCodec {

    private SectionCodec() {}

    static byte[] encode(SpecificRecord content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(content.getSchema()).write(content, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what was written with {@code writer} as the present {@code type}.
     *
     * @throws IOException if bytes are left over, or missing
     */
    static <T extends SpecificRecord> T decode(byte[] bytes, Schema writer, Class<T> type) throws IOException {
        SpecificDatumReader<T> reader = new SpecificDatumReader<>(type);
        reader.setSchema(writer);
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
        T content = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new IOException("More bytes than the record has");
        }
        return content;
    }
}
