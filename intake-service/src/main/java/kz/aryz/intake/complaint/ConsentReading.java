package kz.aryz.intake.complaint;

import java.util.ArrayList;
import java.util.List;
import kz.aryz.schema.Consent;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.GivenTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the consents: the two that stand in clear, and all of which more was said than their value. Only the very word GIVEN
 * opens anything.
 */
record ConsentReading(ConsentValue transmitToProsecutor, ConsentValue shareWithCommissioner, List<Consent> all) {

    static ConsentReading read(Fields fields) {
        try (Fields consents = fields.object("consents")) {
            if (consents == null) {
                fields.gap(GapCode.MISSING, "consents.transmitToProsecutor");
                return new ConsentReading(ConsentValue.NOT_ASKED, ConsentValue.NOT_ASKED, List.of());
            }
            List<Consent> all = new ArrayList<>();
            Circumstances how = Circumstances.read(consents);
            ConsentValue transmit = value(consents, "transmitToProsecutor", "TRANSMIT_PROSECUTOR", how, all);
            ConsentValue share = value(consents, "shareWithCommissioner", "SHARE_COMMISSIONER", how, all);
            for (Fields other : consents.objects("other")) {
                try (other) {
                    all.add(other(other));
                }
            }
            return new ConsentReading(transmit, share, all);
        }
    }

    private static ConsentValue value(
            Fields consents, String name, String scope, Circumstances how, List<Consent> all) {
        String given = consents.code(name, Taxonomy.CONSENT_VALUES::contains);
        if (given == null) {
            consents.gap(GapCode.MISSING, name);
            given = ConsentValue.NOT_ASKED.name();
        }
        boolean known = Taxonomy.CONSENT_VALUES.contains(given);
        if (!known || how.isKnown()) {
            all.add(new Consent(scope, given, how.at, how.how, how.textVersion, how.withdrawnAt));
        }
        return known ? ConsentValue.valueOf(given) : ConsentValue.UNKNOWN;
    }

    private static Consent other(Fields other) {
        String scope = other.codeOrUnknown("scope", Taxonomy.CONSENT_SCOPES::contains);
        String value = other.codeOrUnknown("value", Taxonomy.CONSENT_VALUES::contains);
        Circumstances how = Circumstances.read(other);
        return new Consent(scope, value, how.at, how.how, how.textVersion, how.withdrawnAt);
    }

    /** When and how the person was asked, and which text was shown. */
    private record Circumstances(
            @Nullable GivenTime at,
            @Nullable String how,
            @Nullable String textVersion,
            @Nullable GivenTime withdrawnAt) {

        static Circumstances read(Fields fields) {
            return new Circumstances(
                    fields.time("at"), fields.text("how"), fields.text("textVersion"), fields.time("withdrawnAt"));
        }

        boolean isKnown() {
            return at != null || how != null || textVersion != null || withdrawnAt != null;
        }
    }
}
