package kz.aryz.intake.complaint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kz.aryz.schema.Channel;
import kz.aryz.schema.IntakeContext;
import kz.aryz.schema.Language;
import org.jspecify.annotations.Nullable;

/** Reads how the complaint came in. */
final class IntakeReading {

    private IntakeReading() {}

    static IntakeContext context(Fields fields) {
        return IntakeContext.newBuilder()
                .setClientMessageId(fields.text(ComplaintMapping.IDEMPOTENCY_FIELD))
                .setOrigin(fields.code("origin", Taxonomy.ORIGINS::contains))
                .setInterpreterNeeded(fields.text("interpreterNeeded"))
                .setCapturedAt(fields.time("capturedAt"))
                .setEotinishNumber(fields.text("eotinishNumber"))
                .setKuiNumber(fields.text("kuiNumber"))
                .build();
    }

    /** The channel; what was given is kept in the context where it is not the code itself. */
    static Channel channel(Fields fields, IntakeContext context) {
        String given = fields.text("channel");
        Channel channel = known(Channel.values(), given).orElse(Channel.UNKNOWN);
        if (given == null) {
            fields.gap(GapCode.MISSING, "channel");
        } else if (!given.equals(channel.name()) || channel == Channel.UNKNOWN) {
            context.setChannelAsGiven(given);
        }
        if (given != null && channel == Channel.UNKNOWN) {
            fields.gap(GapCode.UNKNOWN_CODE, "channel");
        }
        return channel;
    }

    /** The language; what was given is kept in the context where it is not the code itself. */
    static Language language(Fields fields, IntakeContext context) {
        String given = fields.text("language");
        Language language = known(Language.values(), given).orElse(Language.UNKNOWN);
        if (given == null) {
            fields.gap(GapCode.MISSING, "language");
        } else if (!given.equals(language.name().toLowerCase(Locale.ROOT)) || language == Language.UNKNOWN) {
            context.setLanguageAsGiven(given);
        }
        if (given != null && language == Language.UNKNOWN) {
            fields.gap(GapCode.UNKNOWN_CODE, "language");
        }
        return language;
    }

    private static <E extends Enum<E>> Optional<E> known(E[] codes, @Nullable String given) {
        return Optional.ofNullable(given)
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .flatMap(code -> Arrays.stream(codes)
                        .filter(known -> known.name().equals(code))
                        .findFirst());
    }
}
