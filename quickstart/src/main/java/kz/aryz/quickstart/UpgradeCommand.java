package kz.aryz.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.aryz.quickstart.up.Setup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code aryz upgrade}: brings topics, schemas and reference data to this version, and says what else to mind. */
@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = {
            "Brings topics, schemas and reference data of a running Aryz to this version; repeatable.",
            "Then prints what to mind when the services are replaced."
        })
public final class UpgradeCommand implements Callable<Integer> {

    @Mixin
    private PortOffset ports = new PortOffset();

    @Mixin
    private RunningData data = new RunningData();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Addresses addresses = ports.running();
        new Setup(out::println, data.lock()).upgrade(addresses.bootstrapServers(), addresses.registryUrl());
        out.println(notes());
        return 0;
    }

    private static String notes() throws IOException {
        try (InputStream notes = Objects.requireNonNull(
                UpgradeCommand.class.getResourceAsStream("/kz/aryz/quickstart/upgrade.md"), "upgrade.md")) {
            return new String(notes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
