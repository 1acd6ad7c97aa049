package kz.aryz.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.backup.Manifest.SchemaVersion;
import kz.aryz.backup.Manifest.SubjectVersions;
import kz.aryz.registry.SchemaRegistry;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** What stands in a schema registry. */
record RegisteredSchemas(SchemaRegistry registry) {

    private static final String GAP = "aryz-restore-gap-";

    private record Registration(String subject, SchemaVersion version) {}

    /** Every subject with every version. */
    List<SubjectVersions> read() throws IOException {
        List<SubjectVersions> subjects = new ArrayList<>();
        for (String subject : registry.subjects().stream().sorted().toList()) {
            List<SchemaVersion> versions = new ArrayList<>();
            for (SchemaRegistry.Version version : registry.versions(subject)) {
                versions.add(new SchemaVersion(version.id(), version.schema().toString()));
            }
            subjects.add(
                    new SubjectVersions(subject, registry.compatibility(subject).orElse(""), versions));
        }
        return subjects;
    }

    /**
     * Registers them, and says which id stands now for what another one stood for. A registry counts; so they come in the order
     * of their ids, and an empty one gives each the id that it had.
     */
    SchemaIdChange register(List<SubjectVersions> subjects) throws IOException {
        boolean empty = registry.subjects().isEmpty();
        List<Registration> registrations = subjects.stream()
                .flatMap(subject ->
                        subject.versions().stream().map(version -> new Registration(subject.name(), version)))
                .sorted(Comparator.comparingInt(
                        registration -> registration.version().id()))
                .toList();
        Map<Integer, Integer> now = new HashMap<>();
        List<String> gaps = new ArrayList<>();
        int last = 0;
        for (Registration registration : registrations) {
            int former = registration.version().id();
            while (empty && last + 1 < former) {
                String gap = GAP + (last + 1);
                gaps.add(gap);
                last = registry.register(gap, filler(last + 1));
            }
            Schema schema = new Schema.Parser().parse(registration.version().schema());
            int id = registry.register(registration.subject(), schema);
            last = Math.max(last, id);
            now.put(former, id);
        }
        for (String gap : gaps) {
            registry.delete(gap);
        }
        guarantee(subjects);
        return new SchemaIdChange(now);
    }

    /** An id that nothing has any more is used up. */
    private static Schema filler(int number) {
        return SchemaBuilder.record("Gap" + number).fields().endRecord();
    }

    private void guarantee(List<SubjectVersions> subjects) throws IOException {
        for (SubjectVersions subject : subjects) {
            if (!subject.compatibility().isEmpty()) {
                registry.demand(subject.name(), subject.compatibility());
            }
        }
    }
}
