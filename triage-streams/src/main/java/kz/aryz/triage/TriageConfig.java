package kz.aryz.triage;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.Format;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.config.Variable;

/**
 * What triage-streams is told by its environment.
 *
 * @param service what every service is told
 * @param keys directory with triage's private keyset
 * @param stateDir where the stores live between two starts
 * @param instanceId name of this instance in its group; without one, the one kept in the state directory
 * @param standbyReplicas how many other instances keep a copy of each store
 * @param threads stream threads of this instance
 */
public record TriageConfig(
        ServiceConfig service, URI keys, Path stateDir, Optional<String> instanceId, int standbyReplicas, int threads) {

    /** Name of the service, of its group and of the prefix of its internal topics. */
    public static final String NAME = "triage-streams";

    private static final CommonVariables COMMON = new CommonVariables(NAME, "127.0.0.1", 8081);

    private static final Variable<Path> STATE_DIR = Variable.withDefault(
            "ARYZ_STATE_DIR",
            "directory of the state stores; keep it between two starts, else they are rebuilt from Kafka",
            "data/triage-streams",
            new Format<>("set the path of a directory that this process can write", Path::of));

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

    private static final Variable<Integer> THREADS = Variable.withDefault(
            "ARYZ_STREAM_THREADS",
            "stream threads of this instance; more than 12 in all have no work",
            "1",
            Format.integerBetween(1, 12));

    /** Every variable, in the order of the documentation. */
    public static List<Variable<?>> variables() {
        return Stream.concat(
                        COMMON.all().stream(),
                        Stream.of(CommonVariables.KEYS, STATE_DIR, INSTANCE_ID, STANDBY_REPLICAS, THREADS))
                .toList();
    }

    /**
     * Reads and checks every variable.
     *
     * @throws kz.aryz.runtime.config.ConfigurationException naming each that does not fit
     */
    public static TriageConfig from(Map<String, String> texts) {
        Environment environment = Environment.read(texts, variables());
        return new TriageConfig(
                COMMON.config(environment),
                environment.get(CommonVariables.KEYS),
                environment.get(STATE_DIR),
                environment.get(INSTANCE_ID),
                environment.get(STANDBY_REPLICAS),
                environment.get(THREADS));
    }
}
