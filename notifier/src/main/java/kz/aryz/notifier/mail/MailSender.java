package kz.aryz.notifier.mail;

import kz.aryz.schema.MailDue;

/** Hands a message to whoever carries it on. */
@FunctionalInterface
public interface MailSender {

    /** Blocks until it is known how it went. Interrupting the thread breaks the sending off. */
    SendResult send(MailDue mail);
}
