package kz.aryz.quickstart.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import kz.aryz.quickstart.PortOffset;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz mail}: what the mail server of a running {@code aryz up} got. */
@Command(
        name = "mail",
        mixinStandardHelpOptions = true,
        description = "Shows the mails that the mail server of a running 'aryz up' got since it was started.")
public final class MailCommand implements Callable<Integer> {

    @Mixin
    private PortOffset ports = new PortOffset();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean asJson;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        URI server = ports.addresses().mailboxUrl();
        try (Mailbox mailbox = new Mailbox(server)) {
            print(mailbox.read());
            return ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine().getErr().println("No mail server answers at " + server + ". Start Aryz with: ./aryz up");
            return ExitCode.SOFTWARE;
        }
    }

    private void print(List<ReceivedMail> mails) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ObjectMapper json = new ObjectMapper();
        for (ReceivedMail mail : mails) {
            out.println(asJson ? json.writeValueAsString(mail) : readable(mail));
        }
        if (mails.isEmpty() && !asJson) {
            out.println("No mail yet.");
        }
    }

    private static String readable(ReceivedMail mail) {
        return """
                To:         %s
                Subject:    %s
                Message-ID: %s

                %s
                """.formatted(
                mail.to(), mail.subject(), mail.messageId(), mail.text().strip().indent(2));
    }
}
