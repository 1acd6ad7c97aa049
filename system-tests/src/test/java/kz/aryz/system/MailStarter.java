package kz.aryz.system;

import static kz.aryz.system.Patience.PATIENCE;

import java.nio.file.Path;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalMail;

/** A program that starts a mail server, says its process id, and waits to be killed. */
final class MailStarter {

    private MailStarter() {}

    public static void main(String[] arguments) throws Exception {
        LocalMail mail = LocalMail.onFreePorts(Installation.find(), Path.of(arguments[0]));
        mail.startAndAwait(PATIENCE);
        System.out.println(mail.pid());
        mail.onExit().join();
    }
}
