package kz.aryz.notifier.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
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
import kz.aryz.schema.Raised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** RFC 5322 §2.1.1, and RFC 2045 for what is not ASCII: nothing that a server on the way would have to change. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UNKNOWN")
    void isMadeOfShortLinesOfAsciiEachEndedAsOnTheWire(Language language) {
        for (Obligation obligation : obligationsOfEveryReason()) {
            String message = new String(mail(obligation, language).getMessage().array(), ISO_8859_1);

            assertThat(message).matches("(?s)[\\x20-\\x7e\\r\\n]*\\r\\n").doesNotContainPattern("(?<!\r)\n|\r(?!\n)");
            assertThat(message.split("\r\n"))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
        }
    }

    /** RFC 3834: no robot answers. Nothing says which machine or program it comes from. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UNKNOWN")
    void hasTheseHeadersAndNoOthers(Language language) throws Exception {
        MimeMessage message = parsed(mail(language).getMessage());

        assertThat(Collections.list(message.getAllHeaders()).stream().map(Header::getName))
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding",
                        "Content-Language",
                        "Auto-Submitted",
                        "X-Aryz-Obligation");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            KK, 'Aryz P0: A санатына жататын шағым, шағым 7KQM-2F9R-D0XW-H', Алматы қаласы, Тергеу изоляторы
            RU, 'Aryz P0: сообщение класса A, жалоба 7KQM-2F9R-D0XW-H', Город Алматы, Следственный изолятор
            EN, 'Aryz P0: class A allegation, complaint 7KQM-2F9R-D0XW-H', Almaty city, Pre-trial detention centre
            """)
    void isReadAsItWasWritten(Language language, String subject, String region, String facilityType) throws Exception {
        MimeMessage message = parsed(mail(language).getMessage());

        assertThat(message.getSubject()).isEqualTo(subject);
        assertThat(message.getContent().toString())
                .contains(": " + region + "\r\n", ": " + facilityType + "\r\n", INBOX + "\r\n", Records.NUMBER);
    }

    @Test
    void isInTheLanguageOfTheAddressee() throws Exception {
        MailDue mail = new MailRendering(ADDRESSES, INBOX, () -> REFERENCE).write(OBLIGATION);

        assertThat(parsed(mail.getMessage()).getContentLanguage()).containsExactly("kk");
    }

    @Test
    void givesCodesWhileThereIsNoReferenceData() throws Exception {
        MailDue mail = new MailRendering(ADDRESSES, INBOX, Optional::empty).write(OBLIGATION);

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
        return mail(OBLIGATION, language);
    }

    private static MailDue mail(Obligation obligation, Language language) {
        return new MailRendering(ADDRESSES, INBOX, () -> REFERENCE).write(obligation, REFERENCE, language);
    }

    private static List<Obligation> obligationsOfEveryReason() {
        return Stream.of(ObligationReason.values())
                .map(reason -> Obligation.newBuilder(OBLIGATION)
                        .setRaised(Raised.newBuilder(OBLIGATION.getRaised())
                                .setReason(reason)
                                .setDetailCode("PROCESSING_FAILED")
                                .build())
                        .build())
                .toList();
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
