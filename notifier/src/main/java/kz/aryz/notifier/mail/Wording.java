package kz.aryz.notifier.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import kz.aryz.schema.Language;
import kz.aryz.schema.Names;

/** The words of one language. */
final class Wording {

    /** The State's language, for an addressee whose language nobody knows. */
    private static final Locale STATE_LANGUAGE = Locale.of("kk");

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Almaty");
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT).withZone(BUSINESS_ZONE);

    private final Locale locale;
    private final ResourceBundle texts;

    private Wording(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "kz.aryz.notifier.mail.mail",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Wording in(Language language) {
        return new Wording(
                switch (language) {
                    case KK -> Locale.of("kk");
                    case RU -> Locale.of("ru");
                    case EN -> Locale.ENGLISH;
                    case UNKNOWN -> STATE_LANGUAGE;
                });
    }

    String text(String key) {
        return texts.getString(key);
    }

    String name(Names names) {
        return switch (locale.getLanguage()) {
            case "kk" -> names.getKk();
            case "ru" -> names.getRu();
            default -> names.getEn();
        };
    }

    String time(Instant time) {
        return DAY_AND_TIME.format(time);
    }

    String languageTag() {
        return locale.toLanguageTag();
    }
}
