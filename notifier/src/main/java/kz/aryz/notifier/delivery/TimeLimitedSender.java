package kz.aryz.notifier.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.aryz.notifier.mail.MailSender;
import kz.aryz.notifier.mail.SendResult;
import kz.aryz.schema.MailDue;

/**
 * Gives up on a sending that lasts too long in all, however alive the server seems to be. Platform threads: the mail
 * library blocks within monitors, which on JDK 21 would take the carriers away from every virtual thread.
 */
public final class TimeLimitedSender implements MailSender {

    private final MailSender sender;
    private final Duration limit;

    public TimeLimitedSender(MailSender sender, Duration limit) {
        this.sender = sender;
        this.limit = limit;
    }

    @Override
    public SendResult send(MailDue mail) {
        FutureTask<SendResult> sending = new FutureTask<>(() -> sender.send(mail));
        Thread.ofPlatform().daemon().name("mail-sending").start(sending);
        try {
            return sending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            sending.cancel(true);
            return SendResult.TIMEOUT;
        } catch (InterruptedException stopped) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            return SendResult.BROKEN;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a sender reports failures as results", failed.getCause());
        }
    }
}
