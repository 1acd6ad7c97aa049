package kz.aryz.triage.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AccusedParty;
import kz.aryz.schema.ComplainantFacts;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.GivenTime;
import kz.aryz.schema.IntakeContext;
import kz.aryz.schema.MedicalInfo;
import kz.aryz.schema.VictimFacts;
import kz.aryz.serde.TrustedRecords;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it is posted to {@code /api/v1/complaints}, read as far as decisions look at it, so that one can be tried
 * out before it is sent. Immutable.
 */
record ComplaintJson(JsonNode root) {

    static {
        TrustedRecords.tellAvro();
    }

    AccountSection account() {
        return AccountSection.newBuilder()
                .setNarrative(text(root, "narrative"))
                .setNarrativeTranslation(text(root, "narrativeTranslation"))
                .setDeclaredTypes(texts(root, "declaredTypes"))
                .setMethods(texts(root, "methods"))
                .setFacilityCode(text(root, "facilityCode"))
                .setFacilityType(text(root, "facilityType"))
                .setRegionCode(text(root, "regionCode"))
                .setPlaceDetail(text(root, "placeDetail"))
                .setObjectsUsed(text(root, "objectsUsed"))
                .setIncidentFrom(time("incidentFrom"))
                .setIncidentTo(time("incidentTo"))
                .setOngoing(flag(root, "ongoing"))
                .setInCustodyNow(flag(root, "inCustodyNow"))
                .setMassEventCode(text(root, "massEventCode"))
                .setComplainant(ComplainantFacts.newBuilder().build())
                .setVictims(objects("victims").map(ComplaintJson::victim).toList())
                .setAccused(accused())
                .setMedical(medical())
                .setIntake(IntakeContext.newBuilder().build())
                .build();
    }

    ConsentValue transmitToProsecutor() {
        String given = text(root.path("consents"), "transmitToProsecutor");
        return Stream.of(ConsentValue.values())
                .filter(value -> value.name().equals(given))
                .findFirst()
                .orElse(ConsentValue.NOT_ASKED);
    }

    private List<AccusedParty> accused() {
        List<AccusedParty> accused = new ArrayList<>();
        texts(root, "accusedBodyCodes").forEach(code -> accused.add(party(code, null, null)));
        objects("accused")
                .forEach(party -> accused.add(
                        party(text(party, "bodyCode"), text(party, "unitCode"), text(party, "description"))));
        return accused;
    }

    private static AccusedParty party(@Nullable String body, @Nullable String unit, @Nullable String description) {
        return AccusedParty.newBuilder()
                .setAccusedId("")
                .setBodyCode(body)
                .setUnitCode(unit)
                .setDescription(description)
                .build();
    }

    private static VictimFacts victim(JsonNode victim) {
        VictimFacts.Builder facts = VictimFacts.newBuilder()
                .setVictimId("")
                .setCustodyStatus(text(victim, "custodyStatus"))
                .setFacilityCode(text(victim, "facilityCode"))
                .setVulnerabilities(texts(victim, "vulnerabilities"));
        String ageBand = text(victim, "ageBand");
        return (ageBand == null ? facts : facts.setAgeBand(ageBand)).build();
    }

    private @Nullable MedicalInfo medical() {
        JsonNode medical = root.path("medical");
        return medical.isObject()
                ? MedicalInfo.newBuilder()
                        .setInjuries(texts(medical, "injuries"))
                        .setSymptoms(text(medical, "symptoms"))
                        .setTreatmentNeeded(flag(medical, "treatmentNeeded"))
                        .build()
                : null;
    }

    private @Nullable GivenTime time(String field) {
        String given = text(root, field);
        return given == null ? null : new GivenTime(given, instant(given), "UNKNOWN");
    }

    private static @Nullable Instant instant(String given) {
        try {
            return given.length() == 10
                    ? LocalDate.parse(given).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Stream<JsonNode> objects(String field) {
        return StreamSupport.stream(root.path(field).spliterator(), false).filter(JsonNode::isObject);
    }

    private static List<String> texts(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static @Nullable Boolean flag(JsonNode node, String field) {
        return node.path(field).isBoolean() ? node.path(field).booleanValue() : null;
    }

    @Override
    public String toString() {
        return "ComplaintJson[redacted]";
    }
}
