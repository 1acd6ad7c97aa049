package kz.aryz.triage;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.config.Variable;
import kz.aryz.runtime.signin.OidcClient;
import kz.aryz.runtime.signin.SignInVariables;
import kz.aryz.runtime.streams.StreamsInstance;
import kz.aryz.runtime.streams.StreamsVariables;
import kz.aryz.topic.Topics;

/**
 * What triage-streams is told by its environment.
 *
 * @param service what every service is told
 * @param keys directory with triage's private keyset
 * @param oidc what the service is to the identity provider; empty where nobody signs in
 * @param instance this instance in its group
 */
public record TriageConfig(ServiceConfig service, URI keys, Optional<OidcClient> oidc, StreamsInstance instance) {

    /** Name of the service, of its group and of the prefix of its internal topics. */
    public static final String NAME = "triage-streams";

    private static final CommonVariables COMMON = new CommonVariables(NAME, "127.0.0.1", 8081);
    private static final SignInVariables SIGN_IN = new SignInVariables(NAME);
    private static final StreamsVariables STREAMS = new StreamsVariables(COMMON, Topics.SUBMISSIONS.partitions());

    /** Every variable, in the order of the documentation. */
    public static List<Variable<?>> variables() {
        return Stream.of(COMMON.all(), List.of(CommonVariables.KEYS), SIGN_IN.all(), STREAMS.all())
                .<Variable<?>>flatMap(List::stream)
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
                SIGN_IN.client(environment),
                STREAMS.instance(environment));
    }
}
