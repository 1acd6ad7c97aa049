package kz.aryz.quickstart.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail as its recipient got it.
 *
 * @param to who got it
 * @param messageId header {@code Message-ID}
 * @param obligationId header {@code X-Aryz-Obligation}; empty if there is none
 * @param subject what it is about
 * @param text its words
 * @param source the whole mail as it came
 */
public record ReceivedMail(
        String to,
        String messageId,
        String obligationId,
        String subject,
        String text,
        @JsonIgnore String source) {

    private static final Session SESSION = Session.getInstance(new Properties());

    static ReceivedMail parse(String recipient, String source) throws IOException {
        try {
            MimeMessage message =
                    new MimeMessage(SESSION, new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
            return new ReceivedMail(
                    recipient,
                    Optional.ofNullable(message.getMessageID()).orElse(""),
                    Optional.ofNullable(message.getHeader("X-Aryz-Obligation", null))
                            .orElse(""),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    text(message).orElse(""),
                    source);
        } catch (MessagingException e) {
            throw new IOException("A mail to " + recipient + " cannot be read", e);
        }
    }

    /** The first plain text within a part. */
    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                Optional<String> found = text(child);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
