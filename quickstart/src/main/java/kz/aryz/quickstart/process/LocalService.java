package kz.aryz.quickstart.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of our services on this machine. */
public final class LocalService extends LocalServer {

    private static final String HOST = "127.0.0.1";

    private final Installation installation;
    private final String module;
    private final int heapMegabytes;
    private final int port;
    private final Path folder;
    private final Map<String, String> environment;

    /**
     * A service that is not started yet.
     *
     * @param module name of its module, which is its name
     * @param folder where it runs and keeps its state
     * @param logs folder of its log
     * @param environment its variables, but for address and port; where it goes by another name, {@code ARYZ_ADVERTISED_URL}
     */
    public LocalService(
            Installation installation,
            String module,
            int heapMegabytes,
            Path folder,
            Path logs,
            int port,
            Map<String, String> environment) {
        super(module, installation, logs);
        this.installation = installation;
        this.module = module;
        this.heapMegabytes = heapMegabytes;
        this.folder = folder;
        this.port = port;
        this.environment = Map.copyOf(environment);
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + port);
    }

    @Override
    void prepare() {
        Folders.create(folder);
    }

    @Override
    JavaProgram program() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("ARYZ_BIND", HOST);
        variables.put("PORT", String.valueOf(port));
        variables.putIfAbsent("ARYZ_ADVERTISED_URL", address().toString());
        variables.put("ARYZ_STATE_DIR", folder.toString());
        return new JavaProgram(
                module,
                heapMegabytes,
                List.of(),
                List.of("-jar", installation.service(module).toString()),
                variables,
                folder);
    }

    @Override
    boolean answers() {
        return new HttpProbe(address().resolve("/health/ready")).answers();
    }
}
