package kz.aryz.intake.complaint;

import java.util.ArrayList;
import java.util.List;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AccusedParty;
import kz.aryz.schema.DuressClaim;
import kz.aryz.schema.GivenTime;
import kz.aryz.schema.MedicalInfo;
import kz.aryz.schema.PriorRemedy;
import kz.aryz.schema.ReprisalRisk;
import kz.aryz.schema.Safeguard;
import org.jspecify.annotations.Nullable;

/** Reads what happened: everything of the account that does not belong to a person. */
final class AccountReading {

    private final Fields fields;
    private final KnownCodes codes;

    AccountReading(Fields fields, KnownCodes codes) {
        this.fields = fields;
        this.codes = codes;
    }

    AccountSection.Builder read() {
        GivenTime from = fields.time("incidentFrom");
        KnownCodes known = codes.alsoOn(from);
        return AccountSection.newBuilder()
                .setNarrative(fields.text("narrative"))
                .setNarrativeTranslation(fields.text("narrativeTranslation"))
                .setTranslatedBy(fields.text("translatedBy"))
                .setDeclaredTypes(fields.codes("declaredTypes", Taxonomy.ALLEGATION_TYPES::contains))
                .setMethods(fields.codes("methods", Taxonomy.METHODS::contains))
                .setPurposes(fields.codes("purposes", Taxonomy.PURPOSES::contains))
                .setOfficialInvolvement(fields.code("officialInvolvement", Taxonomy.INVOLVEMENTS::contains))
                .setFacilityCode(fields.code("facilityCode", known.facilities()))
                .setFacilityType(fields.code("facilityType", known.facilityTypes()))
                .setRegionCode(fields.code("regionCode", known.regions()))
                .setPlaceDetail(fields.text("placeDetail"))
                .setIncidentFrom(from)
                .setIncidentTo(fields.time("incidentTo"))
                .setOngoing(fields.flag("ongoing"))
                .setInCustodyNow(fields.flag("inCustodyNow"))
                .setFrequency(fields.integer("frequency"))
                .setObjectsUsed(fields.text("objectsUsed"))
                .setMassEventCode(fields.text("massEventCode"))
                .setEffects(fields.text("effects"))
                .setOfficialResponse(fields.text("officialResponse"))
                .setConsequences(fields.text("consequences"))
                .setComplaintRoutes(fields.text("complaintRoutes"))
                .setPattern(fields.code("pattern", Taxonomy.PATTERNS::contains))
                .setAccused(accused(known))
                .setMedical(medical())
                .setSafeguards(safeguards())
                .setPriorRemedies(priorRemedies())
                .setDuress(duress())
                .setReprisal(reprisal());
    }

    /** The bodies named by code alone, then the parties described. */
    private List<AccusedParty> accused(KnownCodes known) {
        List<AccusedParty> accused = new ArrayList<>();
        for (String bodyCode : fields.codes("accusedBodyCodes", known.bodies())) {
            accused.add(AccusedParty.newBuilder()
                    .setAccusedId("a" + (accused.size() + 1))
                    .setBodyCode(bodyCode)
                    .build());
        }
        for (Fields party : fields.objects("accused")) {
            try (party) {
                accused.add(party("a" + (accused.size() + 1), party, known));
            }
        }
        return accused;
    }

    private static AccusedParty party(String id, Fields party, KnownCodes known) {
        String name = party.text("name");
        String rankBadge = party.text("rankBadge");
        Boolean identityKnown = party.flag("identityKnown");
        return AccusedParty.newBuilder()
                .setAccusedId(id)
                .setBodyCode(party.code("bodyCode", known.bodies()))
                .setUnitCode(party.text("unitCode"))
                .setName(name)
                .setRankBadge(rankBadge)
                .setDescription(party.text("description"))
                .setIdentityKnown(identityKnown != null ? identityKnown : name != null || rankBadge != null)
                .build();
    }

    private @Nullable MedicalInfo medical() {
        try (Fields medical = fields.object("medical")) {
            return medical == null
                    ? null
                    : MedicalInfo.newBuilder()
                            .setVisibleInjuries(medical.codeOrUnknown("visibleInjuries", Taxonomy.YES_NO::contains))
                            .setInjuries(medical.codes("injuries", Taxonomy.INJURIES::contains))
                            .setSymptoms(medical.text("symptoms"))
                            .setExamStatus(medical.code("examStatus", Taxonomy.EXAM_STATUSES::contains))
                            .setExamRequestedAt(medical.time("examRequestedAt"))
                            .setExamAt(medical.time("examAt"))
                            .setExaminerType(medical.code("examinerType", Taxonomy.EXAMINERS::contains))
                            .setPolicePresent(medical.flag("policePresent"))
                            .setConsistency(medical.code("consistency", Taxonomy.CONSISTENCIES::contains))
                            .setRefusalReasonCode(medical.text("refusalReasonCode"))
                            .setTreatmentNeeded(medical.flag("treatmentNeeded"))
                            .setReportAttachmentIds(medical.texts("reportAttachmentIds"))
                            .setExamTimely(medical.flag("examTimely"))
                            .setTreatmentAdequate(medical.flag("treatmentAdequate"))
                            .build();
        }
    }

    private List<Safeguard> safeguards() {
        List<Safeguard> safeguards = new ArrayList<>();
        for (Fields safeguard : fields.objects("safeguards")) {
            try (safeguard) {
                safeguards.add(Safeguard.newBuilder()
                        .setCode(safeguard.textOr("code", Taxonomy.UNKNOWN))
                        .setStatus(safeguard.codeOrUnknown("status", Taxonomy.SAFEGUARD_STATUSES::contains))
                        .setDelayHours(safeguard.decimal("delayHours"))
                        .build());
            }
        }
        return safeguards;
    }

    private List<PriorRemedy> priorRemedies() {
        List<PriorRemedy> remedies = new ArrayList<>();
        for (Fields remedy : fields.objects("priorRemedies")) {
            try (remedy) {
                remedies.add(PriorRemedy.newBuilder()
                        .setAddressee(remedy.textOr("addressee", Taxonomy.UNKNOWN))
                        .setAt(remedy.time("at"))
                        .setResult(remedy.text("result"))
                        .build());
            }
        }
        return remedies;
    }

    private List<DuressClaim> duress() {
        List<DuressClaim> claims = new ArrayList<>();
        for (Fields claim : fields.objects("duress")) {
            try (claim) {
                claims.add(DuressClaim.newBuilder()
                        .setStatementType(claim.codeOrUnknown("statementType", Taxonomy.STATEMENT_TYPES::contains))
                        .setProcedureRef(claim.text("procedureRef"))
                        .setAt(claim.time("at"))
                        .setOfficialRole(claim.text("officialRole"))
                        .setRelatedCase(claim.text("relatedCase"))
                        .setSafeguardsDenied(claim.texts("safeguardsDenied"))
                        .setRaisedBy(claim.text("raisedBy"))
                        .build());
            }
        }
        return claims;
    }

    private @Nullable ReprisalRisk reprisal() {
        try (Fields risk = fields.object("reprisal")) {
            return risk == null
                    ? null
                    : ReprisalRisk.newBuilder()
                            .setLevel(risk.codeOrUnknown("level", Taxonomy.RISK_LEVELS::contains))
                            .setIndicators(risk.texts("indicators"))
                            .setDoNotContactAtFacility(risk.flag("doNotContactAtFacility"))
                            .setVictimInCustodyOfAccusedBody(risk.flag("victimInCustodyOfAccusedBody"))
                            .setSafeContactMode(risk.code("safeContactMode", Taxonomy.CONTACT_MODES::contains))
                            .build();
        }
    }
}
