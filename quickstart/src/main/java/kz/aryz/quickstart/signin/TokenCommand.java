package kz.aryz.quickstart.signin;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.PortOffset;
import kz.aryz.quickstart.process.FreePort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code aryz token}: what a script shows to the APIs of an Aryz that was started with sign-in. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a bearer token for the APIs of a running Aryz, and nothing else: of a role, where 'aryz up' started it,"
                    + " for an hour; else of a client of its identity provider, by client credentials, for as long as that says.",
            "curl -H \"Authorization: Bearer $$(./aryz token --role commissioner-officer)\""
                    + " http://localhost:8082/api/v1/alerts"
        })
public final class TokenCommand implements Callable<Integer> {

    @Mixin
    private PortOffset ports = new PortOffset();

    @ArgGroup(multiplicity = "1")
    private Who who = new Who();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One of the two. */
    private static final class Who {

        @ArgGroup(exclusive = false)
        private @Nullable AccountOptions account;

        @ArgGroup(exclusive = false)
        private @Nullable ClientOptions client;
    }

    @Override
    public Integer call() throws InterruptedException {
        String token = who.client == null ? ofAccount(chosen()) : ofClient(who.client);
        spec.commandLine().getOut().println(token);
        return ExitCode.OK;
    }

    private AccountOptions chosen() {
        return who.account == null ? new AccountOptions() : who.account;
    }

    private String ofAccount(AccountOptions account) throws InterruptedException {
        refuse(account.mistake());
        Addresses addresses = ports.addresses();
        URI issuer = addresses.issuer();
        try (TokenClient provider = TokenClient.ofDemonstration(issuer)) {
            return provider.token(account.account(), account.stepUp()).orElseThrow(() -> givesNone(issuer));
        } catch (IOException e) {
            throw new TokenException(remedy(addresses, e));
        }
    }

    private static String remedy(Addresses addresses, IOException failure) {
        if (!FreePort.isFree(addresses.identityProvider())) {
            return "What listens at " + addresses.issuer() + " gives no answer: " + failure.getMessage()
                    + ". Is this machine very busy? Ask again.";
        }
        return FreePort.isFree(addresses.triage())
                ? "No Aryz runs at " + addresses.triageUrl() + ". Start it with: ./aryz up"
                : "The Aryz at " + addresses.triageUrl()
                        + " was started with --open: its APIs want no token."
                        + " Without that it asks for one.";
    }

    private String ofClient(ClientOptions options) throws InterruptedException {
        refuse(options.mistake());
        try (TokenClient provider = options.client()) {
            return provider.token().orElseThrow(() -> givesNone(options.issuer()));
        } catch (IOException e) {
            throw new TokenException("No identity provider answers at " + options.issuer() + ": " + e.getMessage());
        }
    }

    private static TokenException givesNone(URI issuer) {
        return new TokenException(
                "What listens at " + issuer + " gives no tokens for that: it must know the client, its secret"
                        + " and the grant client_credentials.");
    }

    private void refuse(Optional<String> mistake) {
        if (mistake.isPresent()) {
            throw new ParameterException(spec.commandLine(), mistake.get());
        }
    }
}
