package kz.aryz.system.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.FreePort;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.quickstart.up.LocalAryz;
import kz.aryz.quickstart.up.Protection;
import kz.aryz.system.SharedAryz;
import org.jspecify.annotations.Nullable;

/** A second instance of triage-streams beside that of {@link SignInAryz}, from when it is first asked for. */
final class SecondDesk {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static @Nullable SecondDesk desk;

    private final Addresses addresses;
    private final LocalServer triage;

    private SecondDesk(SignInAryz first) throws IOException {
        this.addresses = beside(first.addresses());
        Path folder = Files.createDirectories(first.folder().resolve("second"));
        for (String shared : new String[] {"keys", "identity-provider"}) {
            Files.createSymbolicLink(folder.resolve(shared), first.folder().resolve(shared));
        }
        this.triage = new LocalAryz(
                        folder,
                        addresses,
                        Optional.of(addresses.smtpUrl().toString()),
                        new Protection(Optional.empty(), true),
                        SharedAryz.QUICK_RETRIES,
                        line -> {})
                .triage();
    }

    /** Where it listens; it is started if it does not run. */
    static synchronized URI address() {
        SecondDesk running = desk;
        if (running == null) {
            running = made();
            desk = running;
        }
        resume();
        return Addresses.byName(running.addresses.triageUrl());
    }

    /** For who needs that triage is down: one instance does the work of all. Goes on with {@link #resume}. */
    static synchronized void stop() {
        if (desk != null) {
            desk.triage.stop(PATIENCE);
        }
    }

    /** Its part of the work is nobody else's until the broker misses it: whoever has stopped it lets it go on. */
    static synchronized void resume() {
        if (desk != null && !desk.triage.isAlive()) {
            desk.triage.startAndAwait(PATIENCE);
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

    private static SecondDesk made() {
        try {
            return new SecondDesk(SignInAryz.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
