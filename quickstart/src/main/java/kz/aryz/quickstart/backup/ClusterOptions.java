package kz.aryz.quickstart.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kz.aryz.quickstart.up.LocalLog;
import kz.aryz.registry.RegistryAddress;
import kz.aryz.registry.RegistryOptions;
import kz.aryz.registry.SchemaRegistry;
import kz.aryz.topic.KafkaOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cluster is meant: one that runs, or the one whose data lie in a folder of this machine. */
final class ClusterOptions {

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder of an Aryz on this machine that does not run: broker and registry are started on it, and"
                            + " stopped again. Then no address is needed.")
    private Optional<Path> data = Optional.empty();

    /** What is to be done with a cluster. */
    @FunctionalInterface
    interface Work {
        void with(Map<String, Object> clients, SchemaRegistry registry)
                throws IOException, InterruptedException, ExecutionException;
    }

    /** The folder, where one is meant. */
    Optional<Path> data() {
        return data;
    }

    void run(Work work) throws IOException, InterruptedException, ExecutionException {
        if (data.isPresent()) {
            runHere(data.get(), work);
            return;
        }
        try (SchemaRegistry running = registry.client()) {
            work.with(map(kafka.properties()), running);
        }
    }

    private static void runHere(Path folder, Work work) throws IOException, InterruptedException, ExecutionException {
        try (LocalLog log = LocalLog.start(folder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(log::close, "aryz-stop"));
            try (SchemaRegistry registry = new SchemaRegistry(new RegistryAddress(log.registry()))) {
                work.with(log.clients(), registry);
            }
        }
    }

    private static Map<String, Object> map(Properties properties) {
        Map<String, Object> map = new HashMap<>();
        properties.forEach((name, value) -> map.put(String.valueOf(name), value));
        return map;
    }
}
