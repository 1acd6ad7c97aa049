package kz.aryz.notifier.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.notifier.alert.Letters;
import kz.aryz.reference.Reference;
import kz.aryz.schema.Language;
import kz.aryz.schema.MailDue;
import kz.aryz.schema.Obligation;

/** Writes the one message of an obligation: the same obligation and release give the same bytes. */
public final class MailRendering implements Letters {

    private static final DateTimeFormatter DATE_HEADER = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MailAddresses addresses;
    private final URI inbox;
    private final Supplier<Optional<Reference>> reference;

    /**
     * @param addresses sender and recipients
     * @param inbox where the addressee confirms
     * @param reference the release in use, if there is one; without it codes stand for names
     */
    public MailRendering(MailAddresses addresses, URI inbox, Supplier<Optional<Reference>> reference) {
        this.addresses = addresses;
        this.inbox = inbox;
        this.reference = reference;
    }

    @Override
    public MailDue write(Obligation obligation) {
        Optional<Reference> release = reference.get();
        return write(obligation, release, language(obligation, release));
    }

    @Override
    public String mailboxOf(Obligation obligation) {
        return addresses.mailboxOf(obligation.getRaised().getAddressee());
    }

    MailDue write(Obligation obligation, Optional<Reference> release, Language language) {
        Wording wording = Wording.in(language);
        MailText text = MailText.of(obligation, wording, release, inbox);
        String recipient = mailboxOf(obligation);
        String messageId = '<' + obligation.getObligationId() + '@' + addresses.senderDomain() + '>';
        return MailDue.newBuilder()
                .setRecipient(recipient)
                .setMessageId(messageId)
                .setMessage(ByteBuffer.wrap(bytes(obligation, messageId, recipient, text, wording)))
                .build();
    }

    private byte[] bytes(Obligation obligation, String messageId, String recipient, MailText text, Wording wording) {
        MimeMessage message = new FixedIdMessage(messageId);
        try {
            message.setFrom(new InternetAddress(addresses.sender()));
            message.setRecipient(RecipientType.TO, new InternetAddress(recipient));
            message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
            message.setText(text.body(), StandardCharsets.UTF_8.name());
            message.setHeader("Date", DATE_HEADER.format(obligation.getHeader().getRecordedAt()));
            message.setHeader("Content-Language", wording.languageTag());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Aryz-Obligation", obligation.getObligationId());
            message.saveChanges();
            return written(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("A message of checked parts can always be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With an end to the last line, which an encoded body lacks and a mail server would be given all the same. */
    private static byte[] written(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
        message.writeTo(out);
        if (!out.toString(StandardCharsets.US_ASCII).endsWith("\r\n")) {
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static Language language(Obligation obligation, Optional<Reference> release) {
        String addressee = obligation.getRaised().getAddressee();
        Instant at = obligation.getHeader().getRecordedAt();
        return release.stream()
                .flatMap(reference -> reference.addressees(Reference.day(at)).stream())
                .filter(row -> row.getCode().equals(addressee))
                .map(row -> row.getLanguage())
                .findFirst()
                .orElse(Language.UNKNOWN);
    }
}
