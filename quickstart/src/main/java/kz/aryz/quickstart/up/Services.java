package kz.aryz.quickstart.up;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalService;

/** The three services as they run on one machine. Their heaps are what a demonstration needs, with room. */
final class Services {

    private static final int INTAKE_MEGABYTES = 128;
    private static final int STREAMS_MEGABYTES = 160;

    private final Installation installation;
    private final Path data;
    private final Variables variables;
    private final Optional<SignIn> signIn;

    Services(Installation installation, Path data, Variables variables, Optional<SignIn> signIn) {
        this.installation = installation;
        this.data = data;
        this.variables = variables;
        this.signIn = signIn;
    }

    LocalService intake(int port) {
        String secret = variables.keys().resolve("secret").toString();
        return service(
                "intake-service", INTAKE_MEGABYTES, port, variables.of("intake", Map.of("ARYZ_SECRET_FILE", secret)));
    }

    LocalService triage(int port) {
        URI address = variables.addresses().triageUrl();
        Map<String, String> own = ofSignIn(SignIn.TRIAGE, address);
        return service(SignIn.TRIAGE, STREAMS_MEGABYTES, port, variables.of("triage", own));
    }

    LocalService notifier(int port) {
        Map<String, String> own =
                new HashMap<>(ofSignIn(SignIn.NOTIFIER, variables.addresses().notifierUrl()));
        own.put("ARYZ_SMTP_URL", variables.smtp());
        return service(SignIn.NOTIFIER, STREAMS_MEGABYTES, port, variables.of("notifier", own));
    }

    private Map<String, String> ofSignIn(String service, URI address) {
        return signIn.map(with -> with.variables(service, address)).orElse(Map.of());
    }

    private LocalService service(String module, int heap, int port, Map<String, String> environment) {
        return new LocalService(
                installation, module, heap, data.resolve(module), data.resolve("logs"), port, environment);
    }
}
