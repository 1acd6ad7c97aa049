package kz.aryz.intake;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.Format;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.config.Variable;
import kz.aryz.runtime.signin.OidcClient;
import kz.aryz.runtime.signin.SignInVariables;

/**
 * What intake-service is told by its environment.
 *
 * @param keys where the public keysets are
 * @param secretFile the permanent secret
 * @param oidc what the service is to the identity provider of the clerks; empty where nobody signs in
 * @param stateDir what survives a restart: the schema ids
 * @param confirmWithin how long a sender waits before the answer is that nobody knows
 */
record IntakeConfig(
        ServiceConfig service,
        URI keys,
        Path secretFile,
        Optional<OidcClient> oidc,
        Path stateDir,
        Duration confirmWithin) {

    private static final CommonVariables COMMON = new CommonVariables("intake-service", "0.0.0.0", 8080);

    private static final SignInVariables SIGN_IN = new SignInVariables("intake-service");

    private static final Variable<Path> STATE_DIR =
            COMMON.stateDir("the schema ids, so that a missing registry does not close the door after a restart");

    private static final Variable<Duration> CONFIRM_WITHIN = Variable.withDefault(
            "ARYZ_CONFIRM_WITHIN",
            "how long Kafka may take to confirm a complaint before the answer is `503`: send it again",
            "PT10S",
            Format.DURATION);

    static List<Variable<?>> variables() {
        return Stream.of(
                        COMMON.all(),
                        List.of(CommonVariables.KEYS, CommonVariables.SECRET_FILE),
                        SIGN_IN.all(),
                        List.of(STATE_DIR, CONFIRM_WITHIN))
                .<Variable<?>>flatMap(List::stream)
                .toList();
    }

    static IntakeConfig from(Map<String, String> texts) {
        Environment environment = Environment.read(texts, variables());
        return new IntakeConfig(
                COMMON.config(environment),
                environment.get(CommonVariables.KEYS),
                environment.get(CommonVariables.SECRET_FILE),
                SIGN_IN.client(environment),
                environment.get(STATE_DIR),
                environment.get(CONFIRM_WITHIN));
    }
}
