package kz.aryz.quickstart.up;

import java.nio.file.Path;
import java.util.Map;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalService;

/** The three services as they run on one machine. Their heaps are what a demonstration needs, with room. */
final class Services {

    private static final int INTAKE_MEGABYTES = 128;
    private static final int STREAMS_MEGABYTES = 160;

    private final Installation installation;
    private final Path data;
    private final Variables variables;

    Services(Installation installation, Path data, Variables variables) {
        this.installation = installation;
        this.data = data;
        this.variables = variables;
    }

    LocalService intake(int port) {
        String secret = variables.keys().resolve("secret").toString();
        return service(
                "intake-service", INTAKE_MEGABYTES, port, variables.of("intake", Map.of("ARYZ_SECRET_FILE", secret)));
    }

    LocalService triage(int port) {
        return service("triage-streams", STREAMS_MEGABYTES, port, variables.of("triage", Map.of()));
    }

    LocalService notifier(int port) {
        return service(
                "notifier",
                STREAMS_MEGABYTES,
                port,
                variables.of("notifier", Map.of("ARYZ_SMTP_URL", variables.smtp())));
    }

    private LocalService service(String module, int heap, int port, Map<String, String> environment) {
        return new LocalService(
                installation, module, heap, data.resolve(module), data.resolve("logs"), port, environment);
    }
}
