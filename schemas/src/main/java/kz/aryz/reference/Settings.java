package kz.aryz.reference;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kz.aryz.schema.JurisdictionProfile;
import kz.aryz.schema.Setting;

/** The file of profile settings: every profile has every setting, once, in its form and with its source. */
final class Settings {

    static final String FILE = "profile-settings.csv";
    static final List<String> COLUMNS = List.of("profile", "name", "value", "source");

    private static final Map<String, Predicate<String>> FORMS = new TreeMap<>(Map.of(
            Profile.KEY_PATIENCE, Settings::isDuration,
            Profile.DECISION_WITHIN, Settings::isDuration,
            Profile.URGENT_WINDOW, Settings::isPeriod,
            Profile.DESTRUCTION_COOL_OFF, Settings::isPeriod,
            Profile.DESTRUCTION_APPROVAL, Settings::isPeriod,
            Profile.ANTIKOR_TAKES_VIOLENCE_OF, value -> true,
            Profile.ANTIKOR_TAKES_ABUSE_OF, value -> true));

    private final Map<String, Map<String, Setting>> byProfile = new TreeMap<>();
    private final Map<String, CsvLine> firstLines = new TreeMap<>();

    Settings(List<CsvLine> lines) {
        lines.forEach(this::add);
    }

    /** The profiles with their settings; what is missing or belongs to no profile is reported. */
    List<JurisdictionProfile> complete(Sheet<JurisdictionProfile> profiles, Consumer<Fault> faults) {
        List<JurisdictionProfile> complete = new ArrayList<>();
        for (Sheet.Row<JurisdictionProfile> row : profiles.rows()) {
            Map<String, Setting> settings = byProfile.getOrDefault(row.value().getCode(), Map.of());
            FORMS.keySet().stream()
                    .filter(name -> !settings.containsKey(name))
                    .forEach(name -> faults.accept(profiles.fault(row, "no setting " + name + " in " + FILE)));
            complete.add(JurisdictionProfile.newBuilder(row.value())
                    .setSettings(List.copyOf(settings.values()))
                    .build());
        }
        reportStrays(profiles);
        complete.sort(Comparator.comparing(JurisdictionProfile::getValidFrom));
        return complete;
    }

    private void add(CsvLine line) {
        String profile = line.text("profile");
        Setting setting = new Setting(line.text("name"), line.text("value"), line.text("source"));
        if (!line.isSound()) {
            return;
        }
        firstLines.putIfAbsent(profile, line);
        checkForm(setting, line);
        Setting earlier =
                byProfile.computeIfAbsent(profile, code -> new TreeMap<>()).putIfAbsent(setting.getName(), setting);
        if (earlier != null) {
            line.fault(setting.getName() + " is set twice for " + profile);
        }
    }

    private static void checkForm(Setting setting, CsvLine line) {
        Predicate<String> form = FORMS.get(setting.getName());
        if (form == null) {
            line.fault("there is no setting " + setting.getName());
        } else if (!form.test(setting.getValue())) {
            line.fault("value of " + setting.getName() + " is not an ISO 8601 duration like PT15M or P42D");
        }
    }

    private static boolean isDuration(String value) {
        try {
            return Duration.parse(value).isPositive();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPeriod(String value) {
        try {
            return !Period.parse(value).isNegative();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void reportStrays(Sheet<JurisdictionProfile> profiles) {
        firstLines.forEach((profile, line) -> {
            boolean known = profiles.unsound().contains(profile)
                    || profiles.values().stream().anyMatch(row -> row.getCode().equals(profile));
            if (!known) {
                line.fault("there is no profile " + profile);
            }
        });
    }
}
