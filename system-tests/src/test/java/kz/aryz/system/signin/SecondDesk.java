package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.FreePort;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.quickstart.up.LocalAryz;
import kz.aryz.quickstart.up.Protection;
import kz.aryz.system.SharedAryz;

/** A second instance of triage-streams beside that of {@link SignInAryz}, from when it is first asked for its address. */
final class SecondDesk {

    private final Addresses addresses;
    private final LocalServer triage;
    private boolean wanted;

    /**
     * @param first folder of the whole Aryz
     * @param of where that listens
     * @param protection of that
     */
    SecondDesk(Path first, Addresses of, Protection protection) throws IOException {
        this.addresses = beside(of);
        Path folder = Files.createDirectories(first.resolve("second"));
        for (String shared : new String[] {"keys", "identity-provider"}) {
            Files.createSymbolicLink(folder.resolve(shared), first.resolve(shared));
        }
        this.triage = new LocalAryz(
                        folder,
                        addresses,
                        Optional.of(addresses.smtpUrl().toString()),
                        protection,
                        SharedAryz.QUICK_RETRIES,
                        line -> {})
                .triage();
    }

    /** Where it listens; it is started if it does not run. */
    synchronized URI address() {
        wanted = true;
        resume();
        return Addresses.byName(addresses.triageUrl());
    }

    /** Where it listens, if it runs. */
    synchronized Optional<URI> running() {
        return triage.isAlive() ? Optional.of(Addresses.byName(addresses.triageUrl())) : Optional.empty();
    }

    /** For who needs that triage is down: one instance does the work of all. Goes on with {@link #resume}. */
    synchronized void stop() {
        triage.stop(PATIENCE);
    }

    /** Its part of the work is nobody else's until the broker misses it: whoever has stopped it lets it go on. */
    synchronized void resume() {
        if (wanted && !triage.isAlive()) {
            triage.startAndAwait(PATIENCE);
        }
    }

    private static Addresses beside(Addresses first) {
        return new Addresses(
                first.kafka(),
                first.controller(),
                first.registry(),
                first.smtp(),
                first.mailbox(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                first.identityProvider());
    }
}
