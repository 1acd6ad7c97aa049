package kz.aryz.quickstart.up;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalService;
import kz.aryz.topic.Principal;

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
        Map<String, String> own =
                new HashMap<>(ofSignIn(Principal.INTAKE, variables.addresses().intakeUrl()));
        own.put("ARYZ_SECRET_FILE", variables.keys().resolve("secret").toString());
        return service(Principal.INTAKE, INTAKE_MEGABYTES, port, variables.of(Principal.INTAKE, "intake", own));
    }

    LocalService triage(int port) {
        Map<String, String> own =
                ofSignInAmongInstances(Principal.TRIAGE, variables.addresses().triageUrl());
        return service(Principal.TRIAGE, STREAMS_MEGABYTES, port, variables.of(Principal.TRIAGE, "triage", own));
    }

    LocalService notifier(int port) {
        Map<String, String> own =
                ofSignInAmongInstances(Principal.NOTIFIER, variables.addresses().notifierUrl());
        own.put("ARYZ_SMTP_URL", variables.smtp());
        return service(Principal.NOTIFIER, STREAMS_MEGABYTES, port, variables.of(Principal.NOTIFIER, "notifier", own));
    }

    /** Those of a service whose instances ask each other: under their address, which needs no name. */
    private Map<String, String> ofSignInAmongInstances(Principal service, URI address) {
        Map<String, String> own = new HashMap<>(ofSignIn(service, address));
        signIn.ifPresent(with -> own.put("ARYZ_PEER_URL", address.toString()));
        return own;
    }

    private Map<String, String> ofSignIn(Principal service, URI address) {
        return signIn.map(with -> with.variables(service, address)).orElse(Map.of());
    }

    /** A service's module, folder and principal are named alike. */
    private LocalService service(Principal principal, int heap, int port, Map<String, String> environment) {
        String module = principal.name();
        return new LocalService(
                installation, module, heap, data.resolve(module), data.resolve("logs"), port, environment);
    }
}
