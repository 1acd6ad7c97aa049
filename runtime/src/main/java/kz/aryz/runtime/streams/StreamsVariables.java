package kz.aryz.runtime.streams;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.Format;
import kz.aryz.runtime.config.Variable;

/** The variables of every service that runs a topology. */
public final class StreamsVariables {
    private static final Variable<Optional<String>> INSTANCE_ID = Variable.optional(
            "ARYZ_INSTANCE_ID",
            "name of this instance, different for each; a restart under the same name moves no work",
            "made once, kept in the state directory",
            Format.TEXT);

    private static final Variable<Integer> STANDBY_REPLICAS = Variable.withDefault(
            "ARYZ_STANDBY_REPLICAS",
            "how many other instances keep a warm copy of each store",
            "0",
            Format.integerBetween(0, 5));

    private static final Variable<Optional<URI>> PEER_URL = Variable.optional(
            "ARYZ_PEER_URL",
            "address under which the other instances reach this one, over `http`; not that of a proxy or a balancer",
            "ARYZ_ADVERTISED_URL",
            Format.URL);

    private final Variable<Path> stateDir;
    private final Variable<Integer> threads;

    /** {@code tasks}: how many tasks the topology has, and so how many threads can have work. */
    public StreamsVariables(CommonVariables common, int tasks) {
        this.stateDir = common.stateDir("the state stores; without them they are rebuilt from Kafka");
        this.threads = Variable.withDefault(
                "ARYZ_STREAM_THREADS",
                "stream threads of this instance; more than " + tasks + " in all have no work",
                "1",
                Format.integerBetween(1, tasks));
    }

    /** In the order of the documentation. */
    public List<Variable<?>> all() {
        return List.of(stateDir, INSTANCE_ID, PEER_URL, STANDBY_REPLICAS, threads);
    }

    /** {@code environment} must have read {@link #all}. */
    public StreamsInstance instance(Environment environment) {
        return new StreamsInstance(
                environment.get(stateDir),
                environment.get(INSTANCE_ID),
                environment.get(STANDBY_REPLICAS),
                environment.get(threads),
                environment.get(PEER_URL));
    }
}
