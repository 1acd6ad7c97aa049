package kz.aryz.system.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.aryz.system.canary.Trace;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** What stands in the files of a part of a backup, for whoever decompresses them with any Avro library. */
final class PartTraces {

    private PartTraces() {}

    static Stream<Trace> of(Path part) throws IOException {
        List<Trace> traces = new ArrayList<>();
        try (Stream<Path> files = Files.list(part)) {
            for (Path file : files.toList()) {
                traces.addAll(traces(file));
            }
        }
        return traces.stream();
    }

    private static List<Trace> traces(Path file) {
        try {
            return file.toString().endsWith(".avro")
                    ? records(file)
                    : List.of(new Trace(file.toString(), Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Trace> records(Path file) throws IOException {
        List<Trace> traces = new ArrayList<>();
        try (DataFileReader<GenericRecord> reader = new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
            for (GenericRecord record : reader) {
                for (String field : List.of("key", "value")) {
                    if (record.get(field) instanceof ByteBuffer buffer) {
                        byte[] bytes = new byte[buffer.remaining()];
                        buffer.get(bytes);
                        traces.add(new Trace(field + " in " + file, bytes));
                    }
                }
            }
        }
        return traces;
    }
}
