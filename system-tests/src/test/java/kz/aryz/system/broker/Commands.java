package kz.aryz.system.broker;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import kz.aryz.quickstart.Aryz;
import kz.aryz.quickstart.process.BrokerLock;
import kz.aryz.topic.Principal;

/** {@code aryz} at the hands of somebody who has a file to sign in with. */
public record Commands(BrokerLock lock, String bootstrapServers) {

    /**
     * What came of a command.
     *
     * @param said all that it wrote
     */
    public record Outcome(int code, String said) {

        /** Lines that begin with the word. */
        List<String> lines(String word) {
            return said.lines().filter(line -> line.startsWith(word)).toList();
        }
    }

    public Outcome as(Principal principal, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        Stream<String> broker = Stream.of(
                "--bootstrap-server",
                bootstrapServers,
                "--config",
                lock.file(principal).path().toString());
        int code = Aryz.commandLine()
                .setOut(writer)
                .setErr(writer)
                .execute(Stream.concat(Stream.of(arguments), broker).toArray(String[]::new));
        return new Outcome(code, said.toString());
    }
}
