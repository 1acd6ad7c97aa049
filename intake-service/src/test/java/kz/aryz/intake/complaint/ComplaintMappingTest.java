package kz.aryz.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import kz.aryz.intake.json.Json;
import kz.aryz.intake.json.JsonReader;
import kz.aryz.intake.json.UnreadableJson;
import kz.aryz.schema.AccusedParty;
import kz.aryz.schema.Channel;
import kz.aryz.schema.Consent;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Gap;
import kz.aryz.schema.GivenTime;
import kz.aryz.schema.Language;
import kz.aryz.schema.VictimFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintMappingTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T06:00:00Z");

    private final ComplaintMapping mapping = new ComplaintMapping(Optional::empty);

    @Test
    void keepsWhatHappenedApartFromWhoItHappenedTo() throws UnreadableJson {
        Complaint complaint = map("""
                {"channel":"HOTLINE","language":"kk","narrative":"Ұрды","declaredTypes":["TORTURE"],
                 "facilityCode":"KZ-75-SIZO-1","accusedBodyCodes":["MIA"],"regionCode":"KZ-75",
                 "incidentFrom":"2022-01-06","ongoing":false,"inCustodyNow":true,
                 "complainant":{"relation":"PARENT","fullName":"A B","phone":"+7 700","safeContact":"DIRECT"},
                 "victims":[{"fullName":"C D","iin":"809915300016","birthDate":"2010-05-01","sex":"MALE"}],
                 "consents":{"transmitToProsecutor":"GIVEN","shareWithCommissioner":"REFUSED"},
                 "clientMessageId":"m-1"}""");

        assertThat(complaint.channel()).isEqualTo(Channel.HOTLINE);
        assertThat(complaint.language()).isEqualTo(Language.KK);
        assertThat(complaint.transmitToProsecutor()).isEqualTo(ConsentValue.GIVEN);
        assertThat(complaint.shareWithCommissioner()).isEqualTo(ConsentValue.REFUSED);
        assertThat(complaint.account().getNarrative()).isEqualTo("Ұрды");
        assertThat(complaint.account().getAccused())
                .extracting(AccusedParty::getAccusedId, AccusedParty::getBodyCode)
                .containsExactly(tuple("a1", "MIA"));
        assertThat(complaint.account().getVictims())
                .extracting(VictimFacts::getVictimId, VictimFacts::getAgeBand, VictimFacts::getSex)
                .containsExactly(tuple("v1", "14_17", "MALE"));
        assertThat(complaint.account().getComplainant().getAnonymous()).isFalse();
        assertThat(complaint.account().toString()).doesNotContain("A B", "C D", "809915300016", "+7 700", "2010-05-01");
        assertThat(complaint.identity().getComplainant().getFullName()).isEqualTo("A B");
        assertThat(complaint.identity().getVictims().getFirst().getIdentity().getIin())
                .isEqualTo("809915300016");
        assertThat(complaint.gaps())
                .extracting(Gap::getField)
                .containsExactly("methods", "medical.injuries", "medical.examStatus");
    }

    @Test
    void hasAFieldForAllThatMonitorsAndRapporteursAskFor() throws UnreadableJson {
        Complaint complaint = map("""
                {"clientMessageId":"m-1","effects":"x","officialResponse":"x","consequences":"x","complaintRoutes":"x",
                 "pattern":"ISOLATED","complainant":{"activities":"x"},
                 "victims":[{"detainingAuthority":"x","detainedPlace":"x","death":{"cause":"x","custodyChain":"x"}}],
                 "medical":{"examTimely":true,"treatmentAdequate":false},
                 "duress":[{"relatedCase":"x","safeguardsDenied":["LAWYER"],"raisedBy":"x"}],
                 "reprisal":{"victimInCustodyOfAccusedBody":true,"safeContactMode":"VIA_LAWYER"},
                 "consents":{"transmitToProsecutor":"REFUSED","withdrawnAt":"2022-01-06"}}""");

        assertThat(complaint.gaps()).extracting(Gap::getCode).containsOnly("MISSING");
        assertThat(complaint.account().getUnrecognised()).isNull();
        assertThat(complaint.identity().getUnrecognised()).isNull();
        assertThat(complaint.account().getIntake().getClientMessageId()).isEqualTo("m-1");
    }

    @Test
    void saysHowMuchOfWhatIsWantedWasGiven() throws UnreadableJson {
        assertThat(map("{\"a\":1}").account().getCompleteness()).isZero();
        assertThat(map("{\"narrative\":\"x\",\"regionCode\":\"KZ-75\",\"inCustodyNow\":true}")
                        .account()
                        .getCompleteness())
                .isEqualTo(33);
    }

    @Test
    void takesAStoryAloneAndNotesWhatIsMissing() throws UnreadableJson {
        Complaint complaint = map("{\"narrative\":\"x\"}");

        assertThat(complaint.account().getComplainant().getAnonymous()).isTrue();
        assertThat(complaint.gaps()).extracting(Gap::getCode).containsOnly("MISSING");
        assertThat(complaint.gaps())
                .extracting(Gap::getField)
                .containsExactly(
                        "channel",
                        "language",
                        "consents.transmitToProsecutor",
                        "facilityCode",
                        "accusedBodyCodes",
                        "regionCode",
                        "declaredTypes",
                        "inCustodyNow",
                        "incidentFrom",
                        "methods",
                        "medical.injuries",
                        "medical.examStatus",
                        "complainant.safeContact");
    }

    @Test
    void takesABareTextAsTheStory() throws UnreadableJson {
        assertThat(map("\"help\"").account().getNarrative()).isEqualTo("help");
        assertThat(map("[1]").account().getUnrecognised()).isEqualTo("{\"\":{\"\":[1]}}");
    }

    @Test
    void keepsOddValuesAndSaysWhatIsOddAboutThem() throws UnreadableJson {
        Complaint complaint = map("""
                {"channel":"pigeon","language":"KK","declaredTypes":"TORTURE","methods":["TICKLING",7,{"a":1}],
                 "incidentFrom":"2030-01-01","incidentTo":"soon","inCustodyNow":"true","ongoing":"maybe",
                 "frequency":"often","shoeSize":43,"consents":{"transmitToProsecutor":"yes"},
                 "victims":{"iin":809915300017,"birthDate":"2031-01-01","hair":"brown"},
                 "complainant":"Mother of the boy"}""");

        assertThat(complaint.gaps())
                .extracting(Gap::getCode, Gap::getField)
                .contains(
                        tuple("UNKNOWN_CODE", "channel"),
                        tuple("WRONG_TYPE", "declaredTypes"),
                        tuple("UNKNOWN_CODE", "methods[0]"),
                        tuple("WRONG_TYPE", "methods[1]"),
                        tuple("WRONG_TYPE", "methods[2]"),
                        tuple("IN_FUTURE", "incidentFrom"),
                        tuple("UNREADABLE_TIME", "incidentTo"),
                        tuple("WRONG_TYPE", "inCustodyNow"),
                        tuple("WRONG_TYPE", "ongoing"),
                        tuple("WRONG_TYPE", "frequency"),
                        tuple("UNKNOWN_FIELD", ""),
                        tuple("UNKNOWN_CODE", "consents.transmitToProsecutor"),
                        tuple("WRONG_TYPE", "victims"),
                        tuple("WRONG_TYPE", "victims[0].iin"),
                        tuple("IIN_CHECKSUM", "victims[0].iin"),
                        tuple("IN_FUTURE", "victims[0].birthDate"),
                        tuple("UNKNOWN_FIELD", "victims[0]"),
                        tuple("WRONG_TYPE", "complainant"));
        assertThat(complaint.transmitToProsecutor()).isEqualTo(ConsentValue.UNKNOWN);
        assertThat(complaint.language()).isEqualTo(Language.KK);
        assertThat(complaint.account().getInCustodyNow()).isTrue();
        assertThat(complaint.account().getMethods()).containsExactly("TICKLING", "7");
        assertThat(complaint.account().getIncidentTo()).isEqualTo(new GivenTime("soon", null, "UNKNOWN"));
        assertThat(complaint.account().getUnrecognised())
                .isEqualTo("{\"\":{\"methods[2]\":{\"a\":1},\"ongoing\":\"maybe\",\"inCustodyNow\":\"true\","
                        + "\"frequency\":\"often\"}}");
        assertThat(complaint.identity().getUnrecognised())
                .isEqualTo("{\"\":{\"complainant\":\"Mother of the boy\",\"shoeSize\":43},"
                        + "\"victims[0]\":{\"hair\":\"brown\"}}");
    }

    @Test
    void letsTheProsecutionReadAnUnknownFieldOnlyWithConsent() throws UnreadableJson {
        Complaint refused = map("{\"victim\":\"A\",\"consents\":{\"transmitToProsecutor\":\"REFUSED\"}}");
        Complaint given = map("{\"victim\":\"A\",\"consents\":{\"transmitToProsecutor\":\"GIVEN\"}}");

        assertThat(refused.account().getUnrecognised()).isNull();
        assertThat(refused.identity().getUnrecognised()).isEqualTo("{\"\":{\"victim\":\"A\"}}");
        assertThat(given.account().getUnrecognised()).isEqualTo("{\"\":{\"victim\":\"A\"}}");
        assertThat(given.identity().getUnrecognised()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'withdrawnAt':'2026-11-20'",
                "'withdrawnAt':'last week'",
                "'withdrawnAt':{'asGiven':'2026-11-20'}",
                "'withdrawnAt':'2026-11-20','withdrawnAt':null",
                "'other':[{'scope':'TRANSMIT_PROSECUTOR','value':'REFUSED'},"
                        + "{'scope':'SHARE_COMMISSIONER','value':'REFUSED'}]",
                "'other':[{'scope':'transmit_prosecutor','value':'GIVEN','withdrawnAt':'2026-11-20'},"
                        + "{'scope':'share_commissioner','value':'no'}]"
            })
    void aConsentThatIsTakenBackCountsAsRefusedAndIsKeptAsItWasSaid(String takenBack) throws UnreadableJson {
        Complaint complaint = map(("{'shoeSize':43,'consents':{'transmitToProsecutor':'GIVEN',"
                        + "'shareWithCommissioner':'GIVEN'," + takenBack + "}}")
                .replace('\'', '"'));

        assertThat(complaint.transmitToProsecutor()).isEqualTo(ConsentValue.REFUSED);
        assertThat(complaint.shareWithCommissioner()).isEqualTo(ConsentValue.REFUSED);
        assertThat(complaint.account().getConsents())
                .extracting(Consent::getScope, Consent::getValue)
                .contains(tuple("TRANSMIT_PROSECUTOR", "GIVEN"), tuple("SHARE_COMMISSIONER", "GIVEN"));
        assertThat(complaint.identity().getUnrecognised()).contains("shoeSize");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'withdrawnAt':null",
                "'withdrawnAt':' '",
                "'other':[{'scope':'TRANSMIT_PROSECUTOR','value':'GIVEN'},{'scope':'PHOTO','value':'REFUSED'},"
                        + "{'scope':'SHARE_UN','value':'GIVEN','withdrawnAt':'2026-11-20'}]"
            })
    void aConsentStandsWhateverIsSaidOfOthers(String beside) throws UnreadableJson {
        Complaint complaint = map(
                ("{'consents':{'transmitToProsecutor':'GIVEN'," + "'shareWithCommissioner':'GIVEN'," + beside + "}}")
                        .replace('\'', '"'));

        assertThat(complaint.transmitToProsecutor()).isEqualTo(ConsentValue.GIVEN);
        assertThat(complaint.shareWithCommissioner()).isEqualTo(ConsentValue.GIVEN);
    }

    @Test
    void takesAnAgeWhereABirthDateIsAskedAndKeepsItAsItWasTyped() throws UnreadableJson {
        Complaint complaint = map("{\"victims\":[{\"birthDate\":\"15 лет\"},{\"birthDate\":15}]}");

        assertThat(complaint.account().getVictims())
                .extracting(VictimFacts::getAgeBand)
                .containsExactly("14_17", "14_17");
        assertThat(complaint.identity().getVictims())
                .extracting(victim -> victim.getIdentity().getBirthDate())
                .containsExactly("15 лет", "15");
        assertThat(complaint.gaps()).doesNotContain(new Gap("UNREADABLE_TIME", "victims[0].birthDate"));
    }

    @ParameterizedTest
    @CsvSource({
        "40, 14_17, 14_17",
        "15, 18_24, 14_17",
        "under 18, U14, U14",
        "05.2008, U14, U14",
        "1990-01-01, U14, 35_44",
        "2090-01-01, U14, U14",
        "unknown, 14_17, 14_17"
    })
    void believesADayOfBirthAndOfAnythingLessTheYoungerBand(String birthDate, String given, String band)
            throws UnreadableJson {
        Complaint complaint =
                map("{\"victims\":[{\"birthDate\":\"" + birthDate + "\",\"ageBand\":\"" + given + "\"}]}");

        assertThat(complaint.account().getVictims())
                .singleElement()
                .extracting(VictimFacts::getAgeBand)
                .isEqualTo(band);
    }

    @Test
    void keepsEveryValueOfARepeatedField() throws UnreadableJson {
        Complaint complaint = map("{\"narrative\":\"first\",\"narrative\":\"second\","
                + "\"complainant\":{\"fullName\":\"A\"},\"complainant\":{\"fullName\":\"B\"}}");

        assertThat(complaint.account().getNarrative()).isEqualTo("second");
        assertThat(complaint.account().getUnrecognised()).isEqualTo("{\"\":{\"narrative\":\"first\"}}");
        assertThat(complaint.identity().getUnrecognised()).isEqualTo("{\"\":{\"complainant\":{\"fullName\":\"A\"}}}");
        assertThat(complaint.gaps()).contains(new Gap("REPEATED_FIELD", "narrative"));
    }

    @Test
    void keepsTheLettersOfHalfACharacter() throws UnreadableJson {
        Complaint complaint = map("{\"narrative\":\"cut \\ud83d\"}");

        assertThat(complaint.account().getNarrative()).isEqualTo("cut \uFFFD");
        assertThat(complaint.account().getUnrecognised()).isEqualTo("{\"\":{\"narrative\":\"cut \\ud83d\"}}");
        assertThat(complaint.gaps()).contains(new Gap("UNREADABLE_CHARACTERS", "narrative"));
    }

    @Test
    void keepsTheNumberOfACallerOnlyWithAName() throws UnreadableJson {
        assertThat(map("{\"callerNumber\":\"+7\",\"complainant\":{\"fullName\":\"A\"}}")
                        .identity()
                        .getCallerNumber())
                .isEqualTo("+7");
        Complaint anonymous = map("{\"callerNumber\":\"+7\"}");
        assertThat(anonymous.identity().getCallerNumber()).isNull();
        assertThat(anonymous.gaps()).contains(new Gap("NOT_KEPT", "callerNumber"));
    }

    @Test
    void knowsWhoComplainsForThemselves() throws UnreadableJson {
        Complaint complaint = map("{\"complainant\":{\"relation\":\"SELF\"},\"victims\":[{\"fullName\":\"A\"}]}");

        assertThat(complaint.account().getComplainant().getAnonymous()).isFalse();
    }

    @Test
    void neverShowsContent() throws UnreadableJson {
        assertThat(map("{\"narrative\":\"secret\"}").toString()).doesNotContain("secret");
    }

    private Complaint map(String text) throws UnreadableJson {
        Json json = new JsonReader(1 << 20).read(text.getBytes(StandardCharsets.UTF_8));
        return mapping.map(json, RECEIVED);
    }
}
