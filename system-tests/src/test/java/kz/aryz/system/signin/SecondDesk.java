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
import kz.aryz.quickstart.up.LocalAryz;
import kz.aryz.quickstart.up.Protection;
import kz.aryz.system.SharedAryz;

/** A second instance of triage-streams beside that of {@link SignInAryz}; gone with the JVM. */
final class SecondDesk {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Addresses addresses;

    private SecondDesk(SignInAryz first) throws IOException {
        this.addresses = beside(first.addresses());
        Path folder = Files.createDirectories(first.folder().resolve("second"));
        for (String shared : new String[] {"keys", "identity-provider"}) {
            Files.createSymbolicLink(folder.resolve(shared), first.folder().resolve(shared));
        }
        new LocalAryz(
                        folder,
                        addresses,
                        Optional.of(addresses.smtpUrl().toString()),
                        new Protection(Optional.empty(), true),
                        SharedAryz.QUICK_RETRIES,
                        line -> {})
                .triage()
                .startAndAwait(PATIENCE);
    }

    /** Where it listens. */
    static URI address() {
        return Addresses.byName(Shared.DESK.addresses.triageUrl());
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

    private static SecondDesk start() {
        try {
            return new SecondDesk(SignInAryz.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {

        static final SecondDesk DESK = start();
    }
}
