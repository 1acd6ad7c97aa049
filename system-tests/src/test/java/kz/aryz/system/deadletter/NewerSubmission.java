package kz.aryz.system.deadletter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import kz.aryz.quickstart.Addresses;
import kz.aryz.registry.RegistryAddress;
import kz.aryz.registry.SchemaRegistry;
import kz.aryz.schema.Submission;
import kz.aryz.serde.AvroBinary;
import kz.aryz.topic.Topics;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** Submissions of a writer whose schema has one field more, and stands in no registry yet. */
final class NewerSubmission implements AutoCloseable {

    private static final byte MAGIC = 0;

    /** Index of null in the union of the additional field. */
    private static final byte NULL = 0;

    private final SchemaRegistry registry;
    private final int id;

    NewerSubmission(Addresses addresses) throws IOException {
        this.registry = new SchemaRegistry(new RegistryAddress(addresses.registryUrl()));
        this.id = nextId();
    }

    /** The registry numbers registrations in their order: one of something else tells where it is. */
    private int nextId() throws IOException {
        Schema other =
                SchemaBuilder.record("Other" + System.nanoTime()).fields().endRecord();
        return registry.register(other.getName() + "-value", other) + 1;
    }

    /** The record with the id that its schema will have. */
    byte[] bytes(Submission submission) {
        byte[] body = AvroBinary.encode(submission);
        return ByteBuffer.allocate(Byte.BYTES + Integer.BYTES + body.length + Byte.BYTES)
                .put(MAGIC)
                .putInt(id)
                .put(body)
                .put(NULL)
                .array();
    }

    /** Puts the schema into the registry; true where it got the id that was expected. */
    boolean register() throws IOException {
        return registry.register(Topics.SUBMISSIONS.subject(), schema()) == id;
    }

    private static Schema schema() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode schema =
                (ObjectNode) json.readTree(Submission.getClassSchema().toString());
        ObjectNode field = schema.withArray("fields").addObject();
        field.put("name", "ofANewerWriter").putNull("default").put("doc", "What this version does not know.");
        field.putArray("type").add("null").add("string");
        return new Schema.Parser().parse(schema.toString());
    }

    @Override
    public void close() {
        registry.close();
    }
}
