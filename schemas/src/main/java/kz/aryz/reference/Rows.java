package kz.aryz.reference;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.aryz.schema.Addressee;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.JurisdictionProfile;
import kz.aryz.schema.Language;
import kz.aryz.schema.Region;

/** Which columns each file has, and how a line of it becomes a row. */
final class Rows {

    static final List<String> REGION_COLUMNS = columns("parent", "aliases");
    static final List<String> BODY_COLUMNS = columns("parent", "law_enforcement");
    static final List<String> FACILITY_TYPE_COLUMNS = columns("operator");
    static final List<String> FACILITY_COLUMNS = columns("facility_type", "region", "operator");
    static final List<String> UNIT_COLUMNS = columns("body", "kind", "region");
    static final List<String> ADDRESSEE_COLUMNS = columns("language", "class_a");
    static final List<String> PROFILE_COLUMNS = List.of("code", "valid_from", "valid_to");

    private Rows() {}

    static Region region(CsvLine line) {
        return new Region(
                line.text("code"),
                line.date("valid_from"),
                line.optionalDate("valid_to"),
                line.names(),
                line.optional("parent"),
                line.words("aliases"));
    }

    static Body body(CsvLine line) {
        return new Body(
                line.text("code"),
                line.date("valid_from"),
                line.optionalDate("valid_to"),
                line.names(),
                line.optional("parent"),
                line.flag("law_enforcement"));
    }

    static FacilityType facilityType(CsvLine line) {
        return new FacilityType(
                line.text("code"),
                line.date("valid_from"),
                line.optionalDate("valid_to"),
                line.names(),
                line.optional("operator"));
    }

    static Facility facility(CsvLine line) {
        return new Facility(
                line.text("code"),
                line.date("valid_from"),
                line.optionalDate("valid_to"),
                line.names(),
                line.text("facility_type"),
                line.text("region"),
                line.text("operator"));
    }

    static InvestigatorUnit unit(CsvLine line) {
        return new InvestigatorUnit(
                line.text("code"),
                line.date("valid_from"),
                line.optionalDate("valid_to"),
                line.names(),
                line.text("body"),
                line.text("kind"),
                line.optional("region"));
    }

    static JurisdictionProfile profile(CsvLine line) {
        return new JurisdictionProfile(
                line.text("code"), line.date("valid_from"), line.optionalDate("valid_to"), List.of());
    }

    static Addressee addressee(CsvLine line) {
        return new Addressee(
                line.text("code"),
                line.date("valid_from"),
                line.optionalDate("valid_to"),
                line.names(),
                language(line),
                line.flag("class_a"));
    }

    private static Language language(CsvLine line) {
        String code = line.text("language").toUpperCase(Locale.ROOT);
        return Stream.of(Language.KK, Language.RU, Language.EN)
                .filter(language -> language.name().equals(code))
                .findFirst()
                .orElseGet(() -> {
                    line.fault("language is none of KK, RU, EN");
                    return Language.UNKNOWN;
                });
    }

    private static List<String> columns(String... own) {
        return Stream.concat(
                        Stream.of("code", "valid_from", "valid_to", "name_kk", "name_ru", "name_en"), Stream.of(own))
                .toList();
    }
}
