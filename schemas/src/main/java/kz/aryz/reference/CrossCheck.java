package kz.aryz.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.JurisdictionProfile;
import kz.aryz.schema.Region;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What must hold between the rows of a release, so that decisions can rely on it. */
final class CrossCheck {

    /** What Kafka allows in the name of a topic, and room for the name before it. */
    private static final Pattern QUEUE_CODE = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private final Sheets sheets;
    private final Consumer<Fault> faults;

    CrossCheck(Sheets sheets, Consumer<Fault> faults) {
        this.sheets = sheets;
        this.faults = faults;
    }

    void run() {
        sheets.all().forEach(sheet -> sheet.checkValidity(faults));
        checkReferences();
        checkBodyCycles();
        checkAliases();
        checkQueueCodes();
        checkRegionalUnits();
        checkDutyBearers();
        checkProfilesFollowEachOther();
    }

    private void checkReferences() {
        refers(sheets.regions(), Region::getParent, sheets.regions(), "parent");
        refers(sheets.bodies(), Body::getParent, sheets.bodies(), "parent");
        refers(sheets.facilityTypes(), FacilityType::getOperatorBody, sheets.bodies(), "operator");
        refers(sheets.facilities(), Facility::getFacilityType, sheets.facilityTypes(), "facility_type");
        refers(sheets.facilities(), Facility::getRegionCode, sheets.regions(), "region");
        refers(sheets.facilities(), Facility::getOperatorBody, sheets.bodies(), "operator");
        refers(sheets.units(), InvestigatorUnit::getBodyCode, sheets.bodies(), "body");
        refers(sheets.units(), InvestigatorUnit::getRegionCode, sheets.regions(), "region");
    }

    /** Reports rows that name a code of the target that does not hold on every day on which the row does. */
    private <T extends SpecificRecord, R extends SpecificRecord> void refers(
            Sheet<T> from, Function<T, @Nullable String> reference, Sheet<R> target, String column) {
        Dated<R> targets = new Dated<>(target.table(), target.values());
        for (Sheet.Row<T> row : from.rows()) {
            String code = reference.apply(row.value());
            if (code == null || target.unsound().contains(code)) {
                continue;
            }
            firstDayWithout(targets, code, from.table().validity(row.value()))
                    .ifPresent(day -> faults.accept(from.fault(
                            row,
                            column + " " + code + " is not in " + target.table().file() + " on " + day)));
        }
    }

    private static <R extends SpecificRecord> Optional<LocalDate> firstDayWithout(
            Dated<R> targets, String code, Validity validity) {
        LocalDate day = validity.from();
        while (day.isBefore(LocalDate.MAX) && validity.contains(day)) {
            Optional<LocalDate> covered = targets.heldUntil(code, day);
            if (covered.isEmpty()) {
                return Optional.of(day);
            }
            day = covered.get();
        }
        return Optional.empty();
    }

    private void checkBodyCycles() {
        Dated<Body> bodies = new Dated<>(Table.BODIES, sheets.bodies().values());
        for (Sheet.Row<Body> row : sheets.bodies().rows()) {
            if (climbsInCircle(bodies, row.value())) {
                faults.accept(sheets.bodies().fault(row, row.value().getCode() + " is part of itself"));
            }
        }
    }

    private static boolean climbsInCircle(Dated<Body> bodies, Body start) {
        Set<String> climbed = new HashSet<>();
        Optional<Body> body = Optional.of(start);
        while (body.isPresent()) {
            if (!climbed.add(body.get().getCode())) {
                return true;
            }
            body = Optional.ofNullable(body.get().getParent())
                    .flatMap(parent -> bodies.at(parent, start.getValidFrom()));
        }
        return false;
    }

    private void checkAliases() {
        Map<String, String> owners = new HashMap<>();
        sheets.regions().values().forEach(region -> owners.put(region.getCode(), region.getCode()));
        for (Sheet.Row<Region> row : sheets.regions().rows()) {
            for (String alias : row.value().getAliases()) {
                String owner = owners.putIfAbsent(alias, row.value().getCode());
                if (owner != null && !owner.equals(row.value().getCode())) {
                    faults.accept(sheets.regions().fault(row, "alias " + alias + " belongs to " + owner));
                }
            }
        }
    }

    private void checkQueueCodes() {
        for (Sheet.Row<InvestigatorUnit> row : sheets.units().rows()) {
            if (!QUEUE_CODE.matcher(row.value().getCode()).matches()) {
                faults.accept(
                        sheets.units().fault(row, "code must be letters, digits, dots, dashes: it names a topic"));
            }
        }
    }

    /** Every region that exists now has a prosecutor's unit of its own. */
    private void checkRegionalUnits() {
        for (Sheet.Row<Region> row : sheets.regions().rows()) {
            String unit = "PROS." + row.value().getCode();
            if (row.value().getValidTo() == null && !isUnitNow(unit)) {
                faults.accept(sheets.regions().fault(row, "no unit " + unit + " in " + Table.UNITS.file()));
            }
        }
    }

    /** Those whom a complaint falls back to when everybody nearer is accused. */
    private void checkDutyBearers() {
        for (String unit : List.of("PROS.SPECIAL", "COMMISSIONER")) {
            if (!isUnitNow(unit)) {
                faults.accept(new Fault(Table.UNITS.file(), 1, "no unit " + unit));
            }
        }
    }

    private boolean isUnitNow(String code) {
        return sheets.units().unsound().contains(code)
                || sheets.units().values().stream()
                        .anyMatch(unit -> unit.getCode().equals(code) && unit.getValidTo() == null);
    }

    /** On every day from the first one on, exactly one profile is in force. */
    private void checkProfilesFollowEachOther() {
        LocalDate end = null;
        for (Sheet.Row<JurisdictionProfile> row : sheets.profiles().rows()) {
            if (end != null && !row.value().getValidFrom().equals(end)) {
                faults.accept(sheets.profiles().fault(row, "does not begin when the profile before it ends"));
            }
            end = row.value().getValidTo();
        }
        if (sheets.profiles().unsound().isEmpty() && (sheets.profiles().rows().isEmpty() || end != null)) {
            faults.accept(new Fault(Table.PROFILES.file(), 1, "no profile is in force without an end"));
        }
    }
}
