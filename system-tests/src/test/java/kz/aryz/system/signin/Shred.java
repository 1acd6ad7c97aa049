package kz.aryz.system.signin;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import kz.aryz.shredding.ShredCommand;
import kz.aryz.topic.Principal;
import picocli.CommandLine;

/** {@code aryz shred} of the identity of a complaint. */
final class Shred {

    private Shred() {}

    /**
     * Its exit code.
     *
     * @param clock by which it is decided
     * @param said takes what it prints
     */
    static int identity(SignInAryz aryz, String complaintId, Clock clock, StringWriter said) {
        PrintWriter writer = new PrintWriter(said, true);
        return new CommandLine(new ShredCommand(clock))
                .setOut(writer)
                .setErr(writer)
                .execute(
                        complaintId,
                        "--section",
                        "identity",
                        "--bootstrap-server",
                        aryz.addresses().bootstrapServers(),
                        "--config",
                        aryz.lock().file(Principal.SHREDDER).path().toString(),
                        "--registry",
                        aryz.addresses().registryUrl().toString());
    }
}
