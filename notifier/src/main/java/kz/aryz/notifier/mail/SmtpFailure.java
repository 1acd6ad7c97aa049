package kz.aryz.notifier.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;

/** What a failed sending means. */
final class SmtpFailure {

    private static final int MAX_DEPTH = 20;

    private SmtpFailure() {}

    static SendResult result(MessagingException failure) {
        Optional<SendResult> refusal =
                causes(failure).flatMap(SmtpFailure::refusal).findFirst();
        return refusal.orElseGet(() -> withoutAnswer(failure));
    }

    private static Stream<SendResult> refusal(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> refused(address.getReturnCode());
            case SMTPSendFailedException send -> refused(send.getReturnCode());
            case AuthenticationFailedException ignored -> Stream.of(SendResult.AUTHENTICATION);
            default -> Stream.empty();
        };
    }

    private static Stream<SendResult> refused(int code) {
        return switch (code / 100) {
            case 4 -> Stream.of(SendResult.REFUSED_4XX);
            case 5 -> Stream.of(SendResult.REFUSED_5XX);
            default -> Stream.empty();
        };
    }

    private static SendResult withoutAnswer(MessagingException failure) {
        if (causes(failure).anyMatch(SocketTimeoutException.class::isInstance)) {
            return SendResult.TIMEOUT;
        }
        boolean unconnected = causes(failure)
                .anyMatch(cause -> cause instanceof MailConnectException || cause instanceof SocketConnectException);
        return unconnected ? SendResult.CONNECT : SendResult.BROKEN;
    }

    /** A {@code MessagingException} gives the next of its chain as its cause. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_DEPTH);
    }
}
