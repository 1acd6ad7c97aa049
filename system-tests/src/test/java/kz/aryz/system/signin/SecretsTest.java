package kz.aryz.system.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.aryz.access.Role;
import kz.aryz.system.Http;
import kz.aryz.system.Measurements;
import kz.aryz.system.Uses;
import kz.aryz.system.canary.Canary;
import kz.aryz.system.canary.FileTraces;
import kz.aryz.system.canary.Trace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where secrets are, those of the services and what people show who have signed in, and where they are not. */
@Uses(SignInAryz.class)
class SecretsTest {

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{20,}\\.eyJ[\\w-]{20,}\\.");

    private final SignInAryz aryz = SignInAryz.get();
    private final Path folder = aryz.folder();

    /** By the file that each is in. */
    private final Map<Path, String> secrets = new TreeMap<>();

    /** Each service's at the provider, intake's permanent one, and the private keysets. */
    @BeforeEach
    void readThem() throws IOException {
        for (String service : List.of("intake-service", "triage-streams", "notifier")) {
            read(folder.resolve("identity-provider").resolve(service + ".secret"));
        }
        read(folder.resolve("keys/secret"));
        readKey(folder.resolve("keys/triage/TRIAGE.private.json"));
        readKey(folder.resolve("keys/notifier/COMMISSIONER.private.json"));
        assertThat(secrets.values()).doesNotHaveDuplicates().allMatch(secret -> secret.length() >= 32);
    }

    private void read(Path file) throws IOException {
        secrets.put(file, Files.readString(file).strip());
    }

    private void readKey(Path keyset) throws IOException {
        secrets.put(
                keyset,
                new ObjectMapper()
                        .readTree(Files.readString(keyset))
                        .at("/key/0/keyData/value")
                        .asText());
    }

    @Test
    void nobodyElseMayReadThem() throws IOException {
        for (Path secret : secrets.keySet()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theyStandInNoOtherFileWhenEachWasUsed() throws Exception {
        useThem();

        List<String> places = secrets.entrySet().stream()
                .map(secret -> "file " + folder.relativize(secret.getKey()) + ": " + secret.getValue())
                .toList();

        assertThat(Trace.of(canaries(secrets.values()), FileTraces.under(folder)))
                .as("found where they are, and nowhere else")
                .containsExactlyInAnyOrderElementsOf(places);
    }

    /** Somebody hands in, staff sign in everywhere, and a unit and the Commissioner's office open what they have. */
    private void useThem() throws Exception {
        shownAtWork(aryz.intake(), Role.INTAKE_CLERK);
        shownAtWork(aryz.desk(), Role.HEAD_OF_UNIT);
        shownAtWork(aryz.inbox(), Role.COMMISSIONER_OFFICER);
        Colleague head = Colleague.of(aryz, "head-of-unit", SignInAryz.ALMATY);
        Token officer = Token.of(aryz.offset(), "--role", "commissioner-officer");
        try (Http http = new Http()) {
            RoutedComplaint.handIn(http, aryz.addresses(), head, aryz.desk()).awaitAt(aryz.desk(), head, http);
            HeldComplaint.handIn(http, aryz.addresses(), aryz.log()).awaitAt(aryz.inbox(), officer, http);
        }
    }

    @Test
    void theyStandOnNoCommandLine() {
        List<String> commands = ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();

        assertThat(commands).anyMatch(command -> command.contains("notifier.jar"));
        assertThat(secrets.values())
                .allSatisfy(secret -> assertThat(commands).noneMatch(command -> command.contains(secret)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theyStandInNoEnvironment() throws IOException {
        List<String> environments = ProcessHandle.current()
                .descendants()
                .flatMap(SecretsTest::environment)
                .toList();

        assertThat(environments).anyMatch(environment -> environment.contains("OIDC_CLIENT_SECRET_FILE"));
        assertThat(secrets.values())
                .allSatisfy(secret -> assertThat(environments).noneMatch(environment -> environment.contains(secret)));
    }

    @Test
    void theyStandInNoMeasurement() throws IOException {
        assertThat(Trace.of(canaries(secrets.values()), measurements())).isEmpty();
    }

    @Test
    void whatPeopleShowWhoHaveSignedInStandsInNoFileAndNoMeasurement() throws Exception {
        List<String> shown = new ArrayList<>();
        shown.addAll(shownAtWork(aryz.intake(), Role.INTAKE_CLERK));
        shown.addAll(shownAtWork(aryz.desk(), Role.HEAD_OF_UNIT));
        shown.addAll(shownAtWork(aryz.inbox(), Role.COMMISSIONER_OFFICER));
        assertThat(shown).anyMatch(text -> TOKEN.matcher(text).find());

        assertThat(Trace.of(canaries(shown), FileTraces.under(folder))).isEmpty();
        assertThat(Trace.of(canaries(shown), measurements())).isEmpty();
        assertThat(FileTraces.under(folder).filter(SecretsTest::hasToken).map(Trace::place))
                .as("files with a token of anybody's, whatever it is for")
                .isEmpty();
    }

    /** Session, form token and access token of somebody who has used each, for what is right and for what is wrong. */
    private List<String> shownAtWork(URI service, Role role) throws IOException, InterruptedException {
        try (Somebody who = Somebody.of(aryz, service, role)) {
            String nothing = "/complaints/" + UUID.randomUUID();
            assertThat(who.page("GET", "/signed-in", "").status()).isEqualTo(200);
            who.page("GET", nothing, "");
            who.page("POST", nothing + "/openings", who.form() + "&section=account&purpose=OVERSIGHT");
            who.page("POST", nothing + "/openings", "csrf=wrong");
            who.api(
                    "POST",
                    "/api/v1" + nothing + "/openings",
                    "{\"section\": \"account\", \"purpose\": \"OVERSIGHT\"}");
            who.api("POST", "/api/v1" + nothing + "/openings", "{");
            assertThat(who.shown()).hasSizeGreaterThanOrEqualTo(3);
            return who.shown();
        }
    }

    private static boolean hasToken(Trace trace) {
        return TOKEN.matcher(new String(trace.bytes(), StandardCharsets.ISO_8859_1))
                .find();
    }

    private static List<Canary> canaries(Collection<String> texts) {
        return texts.stream().map(Canary::new).toList();
    }

    private Stream<Trace> measurements() throws IOException {
        Map<URI, String> measured = Measurements.of(aryz.addresses());
        assertThat(measured.values())
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).contains("kafka_producer"));
        return measured.entrySet().stream()
                .map(service -> new Trace(
                        "measurements of " + service.getKey(),
                        service.getValue().getBytes(StandardCharsets.UTF_8)));
    }

    /** Nothing of a process that has ended since it was listed, as those of other tests do. */
    private static Stream<String> environment(ProcessHandle process) {
        try {
            return Stream.of(Files.readString(
                    Path.of("/proc", String.valueOf(process.pid()), "environ"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            assertThat(e).as("%s", process).isNotInstanceOf(AccessDeniedException.class);
            return Stream.empty();
        }
    }
}
