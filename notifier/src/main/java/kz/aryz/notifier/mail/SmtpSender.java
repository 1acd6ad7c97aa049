package kz.aryz.notifier.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Properties;
import kz.aryz.notifier.mail.SmtpAddress.Credentials;
import kz.aryz.notifier.mail.SmtpAddress.Security;
import kz.aryz.schema.MailDue;
import kz.aryz.serde.AvroBinary;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a message as it stands, byte for byte, one connection per message. It waits for a server as long as the thread
 * is not interrupted. Safe for threads.
 */
public final class SmtpSender implements MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);

    private final SmtpAddress server;
    private final Properties properties;

    /**
     * @param connectWithin how long the server may take to accept a connection
     * @param addresses whose domain is the name that servers are greeted with: that of this machine is nobody's business
     */
    public SmtpSender(SmtpAddress server, Duration connectWithin, MailAddresses addresses) {
        this.server = server;
        this.properties = properties(server, connectWithin, addresses);
    }

    @Override
    public SendResult send(MailDue mail) {
        return send(mail, Session.getInstance(properties));
    }

    SendResult send(MailDue mail, Session session) {
        try {
            SMTPTransport transport = (SMTPTransport) session.getTransport(protocol(server));
            try {
                connect(transport);
                MimeMessage message =
                        new MimeMessage(session, new ByteArrayInputStream(AvroBinary.bytes(mail.getMessage())));
                transport.sendMessage(message, new Address[] {new InternetAddress(mail.getRecipient())});
                return SendResult.OK;
            } finally {
                hangUp(transport);
            }
        } catch (MessagingException e) {
            return SmtpFailure.result(e);
        }
    }

    /** What the server took it has, also where it cannot be told goodbye any more. */
    private static void hangUp(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug("the mail server has hung up first", gone);
        }
    }

    private void connect(SMTPTransport transport) throws MessagingException {
        String user = server.credentials().map(Credentials::user).orElse(null);
        String password = server.credentials().map(Credentials::password).orElse(null);
        transport.connect(server.host(), server.port(), user, password);
    }

    private static String protocol(SmtpAddress server) {
        return server.security() == Security.SMTPS ? "smtps" : "smtp";
    }

    /** Of a socket's reads and writes, only those of a channel end when their thread is interrupted. */
    private static Properties properties(SmtpAddress server, Duration connectWithin, MailAddresses addresses) {
        String prefix = "mail." + protocol(server) + '.';
        Properties properties = new Properties();
        properties.put(prefix + "usesocketchannels", "true");
        properties.put(prefix + "connectiontimeout", Long.toString(connectWithin.toMillis()));
        properties.put(prefix + "localhost", addresses.senderDomain());
        properties.put(prefix + "quitwait", "false");
        properties.put(prefix + "auth", Boolean.toString(server.credentials().isPresent()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        properties.put(prefix + "starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        return properties;
    }
}
