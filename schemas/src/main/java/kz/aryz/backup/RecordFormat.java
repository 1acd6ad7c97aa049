package kz.aryz.backup;

import org.apache.avro.Schema;

/** The records of one partition in a file: an Avro object container, compressed with Zstandard, in the order of offsets. */
final class RecordFormat {

    /** Compression level: its default, a good third of the bytes at little time. */
    static final int LEVEL = 3;

    static final String OFFSET = "offset";
    static final String TIMESTAMP = "timestamp";
    static final String KEY = "key";
    static final String VALUE = "value";
    static final String HEADERS = "headers";

    static final Schema SCHEMA = new Schema.Parser().parse("""
            {"type": "record", "name": "LoggedRecord", "namespace": "kz.aryz.backup",
             "doc": "A record as it stood on a partition, byte for byte.",
             "fields": [
               {"name": "offset", "type": "long", "doc": "Its place on the partition."},
               {"name": "timestamp", "type": "long", "doc": "Milliseconds since 1970, as its producer set it."},
               {"name": "key", "type": ["null", "bytes"], "doc": "Null where it has none."},
               {"name": "value", "type": ["null", "bytes"], "doc": "Null where it deletes its key."},
               {"name": "headers", "doc": "In their order.", "type": {"type": "array", "items":
                 {"type": "record", "name": "LoggedHeader", "doc": "A header of the record.", "fields": [
                   {"name": "key", "type": "string", "doc": "Its name."},
                   {"name": "value", "type": ["null", "bytes"], "doc": "What it says."}]}}}
             ]}""");

    static final Schema HEADER = SCHEMA.getField(HEADERS).schema().getElementType();

    private RecordFormat() {}
}
