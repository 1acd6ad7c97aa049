package kz.aryz.system.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import kz.aryz.registry.RegistryAddress;
import kz.aryz.registry.SchemaRegistry;
import kz.aryz.registry.SchemasCommand;
import kz.aryz.registry.Subject;
import kz.aryz.registry.SubjectRegistrar;
import kz.aryz.registry.SubjectRegistrar.Standing;
import kz.aryz.system.Platform;
import kz.aryz.system.Uses;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@Uses(Platform.class)
class SchemasApplyTest {

    private static final Schema NARROW =
            SchemaBuilder.record("R").fields().requiredString("a").endRecord();
    private static final Schema BREAKING = SchemaBuilder.record("R")
            .fields()
            .requiredString("a")
            .requiredString("b")
            .endRecord();

    private final SchemaRegistry registry =
            new SchemaRegistry(new RegistryAddress(Platform.shared().registry()));
    private final SubjectRegistrar registrar = new SubjectRegistrar(registry);
    private final Subject subject = new Subject("test." + UUID.randomUUID(), NARROW);

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void registersWhatIsMissingOnce() throws IOException {
        assertThat(registrar.apply(List.of(subject))).noneMatch(Standing::isComplete);

        assertThat(registrar.apply(List.of(subject))).allMatch(Standing::isComplete);
    }

    @Test
    void theRegistryRefusesFromThenOnWhatWouldBreakAReader() throws IOException {
        registrar.apply(List.of(subject));
        Subject breaking = new Subject(subject.name(), BREAKING);

        assertThatThrownBy(() -> registrar.apply(List.of(breaking)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(subject.name());
    }

    @Test
    void checkingChangesNothing() throws IOException {
        registrar.check(List.of(subject));

        assertThat(registrar.check(List.of(subject))).noneMatch(Standing::isComplete);
    }

    @Test
    void theCommandRegistersEverySubjectThoseOfSealedSectionsIncluded() {
        assertThat(run("apply")).contains("sealed.account", "sealed.identity", "sealed.note", "cases.events-value");

        assertThat(run("check").lines())
                .hasSize(Subject.all().size())
                .allSatisfy(line -> assertThat(line).startsWith("registered"));
    }

    private static String run(String command) {
        StringWriter out = new StringWriter();
        String address = Platform.shared().registry().toString();
        int exitCode = new CommandLine(new SchemasCommand())
                .setOut(new PrintWriter(out))
                .execute(command, "--registry", address);
        assertThat(exitCode).isZero();
        return out.toString();
    }
}
