package kz.aryz.reference;

import java.util.List;
import kz.aryz.schema.Addressee;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.JurisdictionProfile;
import kz.aryz.schema.Region;

/** The files of a release, read but not yet checked against each other. */
record Sheets(
        Sheet<Region> regions,
        Sheet<Body> bodies,
        Sheet<FacilityType> facilityTypes,
        Sheet<Facility> facilities,
        Sheet<InvestigatorUnit> units,
        Sheet<JurisdictionProfile> profiles,
        Sheet<Addressee> addressees) {

    List<Sheet<?>> all() {
        return List.of(regions, bodies, facilityTypes, facilities, units, profiles, addressees);
    }

    ReferenceTables tables(List<JurisdictionProfile> completeProfiles) {
        return ReferenceTables.empty()
                .with(Table.REGIONS, regions.values())
                .with(Table.BODIES, bodies.values())
                .with(Table.FACILITY_TYPES, facilityTypes.values())
                .with(Table.FACILITIES, facilities.values())
                .with(Table.UNITS, units.values())
                .with(Table.PROFILES, completeProfiles)
                .with(Table.ADDRESSEES, addressees.values());
    }
}
