package kz.aryz.notifier.delivery;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.aryz.notifier.alert.Doubling;
import kz.aryz.notifier.mail.MailSender;
import kz.aryz.notifier.mail.SendResult;
import kz.aryz.schema.MailDue;

/**
 * Gives up on a sending that lasts too long in all, however alive the server seems to be. Platform threads: the mail
 * library blocks within monitors, which on JDK 21 would take the carriers away from every virtual thread.
 */
public final class TimeLimitedSender {

    private final MailSender sender;
    private final Doubling limit;

    /**
     * @param sender ends when its thread is interrupted
     * @param limit for a whole sending. It grows with the attempts: a server that hangs is soon let go of, and one that
     *     is slow has its answer heard in the end, instead of being given the same message for ever
     */
    public TimeLimitedSender(MailSender sender, Doubling limit) {
        this.sender = sender;
        this.limit = limit;
    }

    /** Returns within the limit of attempt {@code number}. */
    SendResult send(MailDue mail, int number) throws InterruptedException {
        FutureTask<SendResult> sending = new FutureTask<>(() -> sender.send(mail));
        Thread.ofPlatform().daemon().name("mail-sending").start(sending);
        try {
            return sending.get(limit.of(number).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            sending.cancel(true);
            return SendResult.TIMEOUT;
        } catch (InterruptedException stopped) {
            sending.cancel(true);
            throw stopped;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a sender reports failures as results", failed.getCause());
        }
    }
}
