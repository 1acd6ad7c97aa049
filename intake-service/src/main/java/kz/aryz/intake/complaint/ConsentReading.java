package kz.aryz.intake.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.aryz.schema.Consent;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.GivenTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the consents: the two that stand in clear, and all of which more was said than their value, as it was said. Only the very
 * word GIVEN opens anything, and only where nothing beside it takes it back.
 */
record ConsentReading(ConsentValue transmitToProsecutor, ConsentValue shareWithCommissioner, List<Consent> all) {

    static ConsentReading read(Fields fields) {
        try (Fields consents = fields.object("consents")) {
            if (consents == null) {
                fields.gap(GapCode.MISSING, "consents.transmitToProsecutor");
                return new ConsentReading(ConsentValue.NOT_ASKED, ConsentValue.NOT_ASKED, List.of());
            }
            Circumstances how = Circumstances.read(consents);
            Answer transmit = Answer.of("TRANSMIT_PROSECUTOR", "transmitToProsecutor", consents, how);
            Answer share = Answer.of("SHARE_COMMISSIONER", "shareWithCommissioner", consents, how);
            List<Answer> others = new ArrayList<>();
            for (Fields other : consents.objects("other")) {
                try (other) {
                    others.add(Answer.of(other));
                }
            }
            return new ConsentReading(transmit.value(others), share.value(others), all(transmit, share, others));
        }
    }

    private static List<Consent> all(Answer transmit, Answer share, List<Answer> others) {
        return Stream.concat(
                        Stream.of(transmit, share).filter(answer -> answer.saysMoreThanItsValue(others)),
                        others.stream())
                .map(Answer::consent)
                .toList();
    }

    /**
     * What was said when asked for one purpose.
     *
     * @param scope the purpose, a code as it was given
     * @param given the answer as it was given
     */
    private record Answer(String scope, String given, Circumstances how) {

        static Answer of(String scope, String name, Fields consents, Circumstances how) {
            String given = consents.code(name, Taxonomy.CONSENT_VALUES::contains);
            if (given == null) {
                consents.gap(GapCode.MISSING, name);
                given = ConsentValue.NOT_ASKED.name();
            }
            return new Answer(scope, given, how);
        }

        static Answer of(Fields other) {
            return new Answer(
                    other.codeOrUnknown("scope", Taxonomy.CONSENT_SCOPES::contains),
                    other.codeOrUnknown("value", Taxonomy.CONSENT_VALUES::contains),
                    Circumstances.read(other));
        }

        /** What it counts as beside the others: consent that was withdrawn, or is contradicted, is a refusal. */
        ConsentValue value(List<Answer> others) {
            if (!Taxonomy.CONSENT_VALUES.contains(given)) {
                return ConsentValue.UNKNOWN;
            }
            boolean takenBack = isGiven()
                    && Stream.concat(Stream.of(this), others.stream().filter(this::isOfSamePurpose))
                            .anyMatch(answer -> !answer.stands());
            return takenBack ? ConsentValue.REFUSED : ConsentValue.valueOf(given);
        }

        boolean saysMoreThanItsValue(List<Answer> others) {
            return how.isKnown() || !value(others).name().equals(given);
        }

        Consent consent() {
            return new Consent(scope, given, how.at, how.how, how.textVersion, how.withdrawnAt);
        }

        private boolean isGiven() {
            return given.equals(ConsentValue.GIVEN.name());
        }

        private boolean stands() {
            return isGiven() && !how.withdrawn;
        }

        private boolean isOfSamePurpose(Answer other) {
            return other.scope.strip().toUpperCase(Locale.ROOT).equals(scope);
        }
    }

    /**
     * When and how the person was asked, and which text was shown.
     *
     * @param withdrawn whether anything is said of a withdrawal, be it no time
     */
    private record Circumstances(
            @Nullable GivenTime at,
            @Nullable String how,
            @Nullable String textVersion,
            boolean withdrawn,
            @Nullable GivenTime withdrawnAt) {

        static Circumstances read(Fields fields) {
            boolean withdrawn = fields.says("withdrawnAt");
            return new Circumstances(
                    fields.time("at"),
                    fields.text("how"),
                    fields.text("textVersion"),
                    withdrawn,
                    fields.time("withdrawnAt"));
        }

        boolean isKnown() {
            return at != null || how != null || textVersion != null || withdrawnAt != null;
        }
    }
}
