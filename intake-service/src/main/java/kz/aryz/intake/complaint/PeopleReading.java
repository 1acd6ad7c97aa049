package kz.aryz.intake.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.ComplainantFacts;
import kz.aryz.schema.DeathRecord;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.NamedPerson;
import kz.aryz.schema.PersonIdentity;
import kz.aryz.schema.VictimFacts;
import kz.aryz.schema.WitnessFacts;
import org.jspecify.annotations.Nullable;

/** Reads the people: who they are goes to the identity, what matters about them to the account, under the same ids. */
final class PeopleReading {

    private final Fields fields;
    private final KnownCodes codes;
    private final List<VictimFacts> victims = new ArrayList<>();
    private final List<NamedPerson> victimNames = new ArrayList<>();
    private final List<WitnessFacts> witnesses = new ArrayList<>();
    private final List<NamedPerson> witnessNames = new ArrayList<>();

    /** @param fields of the complaint, leaving over to the identity */
    PeopleReading(Fields fields, KnownCodes codes) {
        this.fields = fields;
        this.codes = codes;
    }

    /** Sets the people in the account and gives the identity. */
    IdentitySection.Builder read(AccountSection.Builder account) {
        try (Fields complainant = fields.object("complainant")) {
            PersonIdentity identity = complainant == null ? null : PersonReading.identity(complainant);
            ComplainantFacts facts = complainantFacts(complainant);
            fields.objects("victims").forEach(this::victim);
            fields.objects("witnesses").forEach(this::witness);
            facts.setAnonymous(!isNamed(identity) && !speaksForThemselves(facts));
            account.setComplainant(facts).setVictims(victims).setWitnesses(witnesses);
            return IdentitySection.newBuilder()
                    .setComplainant(identity)
                    .setVictims(victimNames)
                    .setWitnesses(witnessNames)
                    .setCallerNumber(callerNumber(facts.getAnonymous()));
        }
    }

    private static ComplainantFacts complainantFacts(@Nullable Fields complainant) {
        ComplainantFacts.Builder facts = ComplainantFacts.newBuilder();
        if (complainant != null) {
            facts.setRelation(complainant.code("relation", Taxonomy.RELATIONS::contains))
                    .setSafeContact(complainant.code("safeContact", Taxonomy.CONTACT_MODES::contains));
        }
        return facts.build();
    }

    private void victim(Fields fields) {
        String id = "v" + (victims.size() + 1);
        try (fields) {
            PersonIdentity identity = PersonReading.identity(fields);
            victimNames.add(new NamedPerson(id, identity));
            victims.add(VictimFacts.newBuilder()
                    .setVictimId(id)
                    .setAgeBand(PersonReading.ageBand(fields, identity))
                    .setSex(fields.code("sex", Taxonomy.SEXES::contains))
                    .setNationality(fields.code("nationality", PersonReading::isCountryCode))
                    .setVulnerabilities(fields.codes("vulnerabilities", Taxonomy.VULNERABILITIES::contains))
                    .setCustodyStatus(fields.code("custodyStatus", Taxonomy.CUSTODY_STATUSES::contains))
                    .setFacilityCode(fields.code("facilityCode", codes.facilities()))
                    .setDetainedAt(fields.time("detainedAt"))
                    .setDeath(death(fields))
                    .setDetainingAuthority(fields.text("detainingAuthority"))
                    .setDetainedPlace(fields.text("detainedPlace"))
                    .build());
        }
    }

    private void witness(Fields fields) {
        String id = "w" + (witnesses.size() + 1);
        try (fields) {
            witnessNames.add(new NamedPerson(id, PersonReading.identity(fields)));
            witnesses.add(WitnessFacts.newBuilder()
                    .setWitnessId(id)
                    .setDetained(fields.flag("detained"))
                    .setProtectionRequested(fields.flag("protectionRequested"))
                    .build());
        }
    }

    private static @Nullable DeathRecord death(Fields victim) {
        try (Fields death = victim.object("death")) {
            return death == null
                    ? null
                    : DeathRecord.newBuilder()
                            .setFoundAt(death.time("foundAt"))
                            .setPlace(death.text("place"))
                            .setLastSeenAliveAt(death.time("lastSeenAliveAt"))
                            .setIdentified(death.codeOrUnknown("identified", Taxonomy.YES_NO::contains))
                            .setAutopsyAt(death.time("autopsyAt"))
                            .setAutopsyAuthority(death.text("autopsyAuthority"))
                            .setAutopsyIndependentObserver(
                                    death.codeOrUnknown("autopsyIndependentObserver", Taxonomy.YES_NO::contains))
                            .setAutopsyReportRef(death.text("autopsyReportRef"))
                            .setFamilyNotifiedAt(death.time("familyNotifiedAt"))
                            .setRemainsReleasedAt(death.time("remainsReleasedAt"))
                            .setManner(death.codeOrUnknown("manner", Taxonomy.DEATH_MANNERS::contains))
                            .setCause(death.text("cause"))
                            .setCustodyChain(death.text("custodyChain"))
                            .build();
        }
    }

    /** Whoever complains about what was done to themselves is named by the victim's name. */
    private boolean speaksForThemselves(ComplainantFacts facts) {
        return "SELF".equals(facts.getRelation())
                && victimNames.stream()
                        .findFirst()
                        .map(NamedPerson::getIdentity)
                        .filter(PeopleReading::isNamed)
                        .isPresent();
    }

    private static boolean isNamed(@Nullable PersonIdentity identity) {
        return Optional.ofNullable(identity)
                .map(PersonIdentity::getFullName)
                .filter(name -> !name.isBlank())
                .isPresent();
    }

    /** The number of somebody who gave no name is not kept. */
    private @Nullable String callerNumber(boolean anonymous) {
        String number = fields.text("callerNumber");
        if (number != null && anonymous) {
            fields.gap(GapCode.NOT_KEPT, "callerNumber");
            return null;
        }
        return number;
    }
}
