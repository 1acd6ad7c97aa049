package kz.aryz.notifier.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import kz.aryz.notifier.Records;
import kz.aryz.reference.Reference;
import kz.aryz.reference.ReferenceFiles;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Language;
import kz.aryz.schema.MailDue;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MailRenderingTest {

    private static final MailAddresses ADDRESSES =
            new MailAddresses("aryz@aryz.example", "commissioner@ombudsman.example");
    private static final URI INBOX = URI.create("http://localhost:8082");
    private static final Obligation OBLIGATION =
            Records.obligation(Records.COMPLAINT, Records.RECEIVED_AT.plusSeconds(3));
    private static final Optional<Reference> REFERENCE = Optional.of(bundled());

    /** Byte for byte: servers and people recognise a repeated mail by it. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UNKNOWN")
    void isTheMessageThatItAlwaysWas(Language language) throws Exception {
        byte[] message = mail(language).getMessage().array();

        assertThat(new String(message, UTF_8)).isEqualToNormalizingNewlines(golden(language));
    }

    @Test
    void isTheSameEachTimeItIsWritten() {
        assertThat(mail(Language.RU)).isEqualTo(mail(Language.RU));
    }

    @Test
    void hasAnIdThatFollowsFromTheObligation() throws Exception {
        MailDue mail = mail(Language.EN);

        MimeMessage message = parsed(mail.getMessage());
        assertThat(message.getMessageID())
                .isEqualTo('<' + OBLIGATION.getObligationId() + "@aryz.example>")
                .isEqualTo(mail.getMessageId());
        assertThat(message.getHeader("X-Aryz-Obligation")).containsExactly(OBLIGATION.getObligationId());
        assertThat(message.getSentDate()).isEqualTo(OBLIGATION.getHeader().getRecordedAt());
    }

    @Test
    void isInTheLanguageOfTheAddressee() throws Exception {
        MailDue mail = new MailRendering(ADDRESSES, INBOX, () -> REFERENCE).render(OBLIGATION);

        assertThat(parsed(mail.getMessage()).getContentLanguage()).containsExactly("kk");
    }

    @Test
    void givesCodesWhileThereIsNoReferenceData() throws Exception {
        MailDue mail = new MailRendering(ADDRESSES, INBOX, Optional::empty).render(OBLIGATION);

        assertThat(parsed(mail.getMessage()).getContent().toString()).contains("KZ-75", "SIZO_KUIS", Records.NUMBER);
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryReason(ObligationReason reason) {
        for (Language language : Language.values()) {
            Wording wording = Wording.in(language);
            assertThat(wording.text("mail.subject." + reason)).isNotBlank();
            assertThat(wording.text("mail.reason." + reason)).isNotBlank();
        }
    }

    @Test
    void hasWordsForEveryClassAndPriority() {
        for (Language language : Language.values()) {
            for (AllegationClass allegationClass : AllegationClass.values()) {
                assertThat(Wording.in(language).text("mail.class." + allegationClass))
                        .isNotBlank();
            }
            for (Priority priority : Priority.values()) {
                assertThat(Wording.in(language).text("mail.priority." + priority))
                        .isNotBlank();
            }
        }
    }

    private static MailDue mail(Language language) {
        return new MailRendering(ADDRESSES, INBOX, () -> REFERENCE).render(OBLIGATION, REFERENCE, language);
    }

    private static MimeMessage parsed(ByteBuffer message) throws Exception {
        byte[] bytes = new byte[message.remaining()];
        message.duplicate().get(bytes);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static Reference bundled() {
        return switch (ReferenceFiles.bundled()) {
            case Reading.Complete complete -> complete.reference();
            case Reading.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }

    private static String golden(Language language) throws Exception {
        String name = "mail_" + language.name().toLowerCase(java.util.Locale.ROOT) + ".eml";
        try (InputStream file = Objects.requireNonNull(MailRenderingTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
