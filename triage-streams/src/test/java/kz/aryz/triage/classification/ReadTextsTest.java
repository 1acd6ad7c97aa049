package kz.aryz.triage.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.GivenTime;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Torture told in any one text of an account is read, whatever the schema comes to hold. */
class ReadTextsTest {

    private static final String STORY = "меня избили";

    /** Codes, ids, names and references, and times of anything but the incident. */
    private static final Set<String> NO_PROSE = Set.of(
            "AccountSection.translatedBy",
            "AccountSection.officialInvolvement",
            "AccountSection.facilityCode",
            "AccountSection.facilityType",
            "AccountSection.regionCode",
            "AccountSection.massEventCode",
            "AccountSection.pattern",
            "ComplainantFacts.relation",
            "ComplainantFacts.safeContact",
            "VictimFacts.victimId",
            "VictimFacts.ageBand",
            "VictimFacts.sex",
            "VictimFacts.nationality",
            "VictimFacts.vulnerabilities",
            "VictimFacts.custodyStatus",
            "VictimFacts.facilityCode",
            "VictimFacts.detainedAt",
            "DeathRecord.foundAt",
            "DeathRecord.lastSeenAliveAt",
            "DeathRecord.identified",
            "DeathRecord.autopsyAt",
            "DeathRecord.autopsyAuthority",
            "DeathRecord.autopsyIndependentObserver",
            "DeathRecord.autopsyReportRef",
            "DeathRecord.familyNotifiedAt",
            "DeathRecord.remainsReleasedAt",
            "DeathRecord.manner",
            "AccusedParty.accusedId",
            "AccusedParty.bodyCode",
            "AccusedParty.unitCode",
            "AccusedParty.name",
            "AccusedParty.rankBadge",
            "WitnessFacts.witnessId",
            "MedicalInfo.visibleInjuries",
            "MedicalInfo.examStatus",
            "MedicalInfo.examRequestedAt",
            "MedicalInfo.examAt",
            "MedicalInfo.examinerType",
            "MedicalInfo.consistency",
            "MedicalInfo.reportAttachmentIds",
            "Safeguard.code",
            "Safeguard.status",
            "PriorRemedy.at",
            "DuressClaim.statementType",
            "DuressClaim.procedureRef",
            "DuressClaim.at",
            "DuressClaim.officialRole",
            "DuressClaim.relatedCase",
            "DuressClaim.safeguardsDenied",
            "DuressClaim.raisedBy",
            "ReprisalRisk.level",
            "ReprisalRisk.safeContactMode",
            "Consent.scope",
            "Consent.value",
            "Consent.at",
            "Consent.how",
            "Consent.textVersion",
            "Consent.withdrawnAt",
            "CustodyStep.at",
            "CustodyStep.holder",
            "CustodyStep.action",
            "Attachment.id",
            "Attachment.mediaType",
            "Attachment.storageRef",
            "Attachment.keyRef",
            "Attachment.attachmentKind",
            "Attachment.capturedAt",
            "IntakeContext.channelAsGiven",
            "IntakeContext.languageAsGiven",
            "IntakeContext.origin",
            "IntakeContext.interpreterNeeded",
            "IntakeContext.capturedAt",
            "IntakeContext.eotinishNumber",
            "IntakeContext.kuiNumber",
            "IntakeContext.clientMessageId");

    private final Classification classification = Classification.standard();

    @Test
    void readsEveryTextThatMayHoldAStory() {
        Set<String> unread = new HashSet<>();
        told(AccountSection.getClassSchema())
                .filter(told -> !isRead((AccountSection) told.value()))
                .forEach(told -> unread.add(told.field()));

        assertThat(unread).containsExactlyInAnyOrderElementsOf(NO_PROSE);
    }

    private boolean isRead(AccountSection account) {
        return classification.classify(account).signs().contains(Sign.BEATING);
    }

    /** For each text that records of the schema can hold: one that tells the story there and nowhere else. */
    private static Stream<Told> told(Schema schema) {
        return schema.getFields().stream()
                .flatMap(field -> told(schema.getName() + "." + field.name(), field.schema())
                        .map(told -> new Told(told.field(), empty(schema, field, told.value()))));
    }

    private static Stream<Told> told(String field, Schema schema) {
        return switch (schema.getType()) {
            case STRING -> Stream.of(new Told(field, STORY));
            case UNION -> schema.getTypes().stream().flatMap(branch -> told(field, branch));
            case ARRAY ->
                told(field, schema.getElementType()).map(told -> new Told(told.field(), List.of(told.value())));
            case RECORD ->
                schema.equals(GivenTime.getClassSchema())
                        ? Stream.of(new Told(field, new GivenTime(STORY, null, "UNKNOWN")))
                        : told(schema);
            default -> Stream.empty();
        };
    }

    private static SpecificRecord empty(Schema schema, Field but, Object value) {
        SpecificRecord record = empty(schema);
        record.put(but.pos(), value);
        return record;
    }

    private static SpecificRecord empty(Schema schema) {
        SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Field field : schema.getFields()) {
            record.put(field.pos(), field.hasDefaultValue() ? SpecificData.get().getDefaultValue(field) : empty(field));
        }
        return record;
    }

    private static Object empty(Field field) {
        return switch (field.schema().getType()) {
            case RECORD -> empty(field.schema());
            case BYTES -> ByteBuffer.allocate(0);
            default -> "";
        };
    }

    /**
     * A story told in one text.
     *
     * @param field its record and its name in it
     * @param value what holds the text, or the text itself
     */
    private record Told(String field, Object value) {}
}
