package kz.aryz.triage.desk;

import java.time.LocalDate;
import java.util.Optional;
import kz.aryz.reference.Reference;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.Region;
import org.jspecify.annotations.Nullable;

/** What codes are called in the reader's language; a code without a name stands for itself. */
final class DeskNames {

    private final Optional<Reference> reference;
    private final LocalDate today;
    private final DeskTexts texts;

    DeskNames(Optional<Reference> reference, LocalDate today, DeskTexts texts) {
        this.reference = reference;
        this.today = today;
        this.texts = texts;
    }

    String unit(String code) {
        return reference
                .flatMap(release -> release.unit(code, today))
                .map(InvestigatorUnit::getNames)
                .map(texts::name)
                .orElse(code);
    }

    String region(@Nullable String code) {
        return code == null
                ? texts.text("desk.unknown")
                : reference
                        .flatMap(release -> release.region(code, today))
                        .map(Region::getNames)
                        .map(texts::name)
                        .orElse(code);
    }

    String facilityType(@Nullable String code) {
        return code == null
                ? texts.text("desk.unknown")
                : reference
                        .flatMap(release -> release.facilityType(code, today))
                        .map(FacilityType::getNames)
                        .map(texts::name)
                        .orElse(code);
    }
}
