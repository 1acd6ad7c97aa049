package kz.aryz.notifier.mail;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kz.aryz.reference.Reference;
import kz.aryz.schema.Names;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Raised;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says: number, class, urgency, region, type of facility and where to confirm. Nothing that was complained
 * of, nobody's name. A code stands where no release has a name for it.
 *
 * @param subject one line
 * @param body lines of text, each ended as on the wire
 */
record MailText(String subject, String body) {

    /** RFC 2046 §4.1.1; what is encoded is text with the line ends of the wire. */
    private static final String LINE_END = "\r\n";

    static MailText of(Obligation obligation, Wording wording, Optional<Reference> reference, URI inbox) {
        Raised raised = obligation.getRaised();
        return new MailText(subject(raised, wording), body(obligation, raised, wording, reference, inbox));
    }

    private static String subject(Raised raised, Wording wording) {
        String number = raised.getComplaintNumber();
        String about = number == null ? "" : ", " + wording.text("mail.complaint") + ' ' + number;
        return "Aryz " + raised.getPriority() + ": " + wording.text("mail.subject." + raised.getReason()) + about;
    }

    private static String body(
            Obligation obligation, Raised raised, Wording wording, Optional<Reference> reference, URI inbox) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.text("mail.reason." + raised.getReason()));
        lines.add("");
        addFacts(lines, obligation, raised, wording, reference);
        lines.add("");
        lines.add(wording.text("mail.confirm"));
        lines.add(inbox.toString());
        lines.add("");
        lines.add(wording.text("mail.footer"));
        lines.add(wording.text("mail.obligation") + ": " + obligation.getObligationId());
        return String.join("\n", lines).replace("\n", LINE_END) + LINE_END;
    }

    private static void addFacts(
            List<String> lines, Obligation obligation, Raised raised, Wording wording, Optional<Reference> reference) {
        Instant day = raised.getReceivedAt() == null ? obligation.getHeader().getRecordedAt() : raised.getReceivedAt();
        LocalDate date = Reference.day(day);
        add(lines, wording.text("mail.number"), raised.getComplaintNumber());
        add(lines, wording.text("mail.class"), wording.text("mail.class." + raised.getAllegationClass()));
        add(lines, wording.text("mail.priority"), wording.text("mail.priority." + raised.getPriority()));
        add(lines, wording.text("mail.received"), raised.getReceivedAt() == null ? null : received(raised, wording));
        add(
                lines,
                wording.text("mail.region"),
                named(
                        raised.getRegionCode(),
                        wording,
                        reference,
                        (release, code) -> release.region(code, date).map(region -> region.getNames())));
        add(
                lines,
                wording.text("mail.facility-type"),
                named(
                        raised.getFacilityType(),
                        wording,
                        reference,
                        (release, code) -> release.facilityType(code, date).map(type -> type.getNames())));
        add(lines, wording.text("mail.code"), raised.getDetailCode());
    }

    private static String received(Raised raised, Wording wording) {
        return wording.time(raised.getReceivedAt()) + ' ' + wording.text("mail.zone");
    }

    private static @Nullable String named(
            @Nullable String code,
            Wording wording,
            Optional<Reference> reference,
            BiFunction<Reference, String, Optional<Names>> lookup) {
        return code == null
                ? null
                : reference
                        .flatMap(release -> lookup.apply(release, code))
                        .map(wording::name)
                        .orElse(code);
    }

    private static void add(List<String> lines, String label, @Nullable String value) {
        if (value != null) {
            lines.add(label + ": " + value);
        }
    }
}
