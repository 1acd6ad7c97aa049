package kz.aryz.intake.form;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.aryz.intake.clerk.ClerkForm;
import kz.aryz.intake.complaint.Complaint;
import kz.aryz.intake.complaint.ComplaintMapping;
import kz.aryz.intake.complaint.GapCode;
import kz.aryz.intake.submission.TestIntake;
import kz.aryz.runtime.http.Language;
import kz.aryz.schema.Channel;
import kz.aryz.schema.Consent;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FormMessageTest {

    static final List<String> CHANNELS = CallFields.CHANNELS;

    private static final Map<String, String> CALL = Map.of(
            "language", "ru",
            "interpreterNeeded", "uz",
            "origin", "RELATIVE",
            "capturedAt", "23.11.2026 21:40",
            "callerNumber", "+7 700 000 00 00",
            "eotinishNumber", "e-1",
            "kuiNumber", "k-1",
            "heldAt", "SIZO-1");

    @ParameterizedTest
    @FieldSource("CHANNELS")
    void everythingThatIsKnownOfACallIsUnderstood(String channel) {
        Complaint complaint = takenDown(with(CALL, "channel", channel, "narrative", "x", "fullName", "A"));

        assertThat(complaint.channel()).isEqualTo(Channel.valueOf(channel));
        assertThat(complaint.language()).isEqualTo(kz.aryz.schema.Language.RU);
        assertThat(complaint.account().getIntake().getInterpreterNeeded()).isEqualTo("uz");
        assertThat(complaint.account().getIntake().getOrigin()).isEqualTo("RELATIVE");
        assertThat(complaint.account().getIntake().getCapturedAt().getInstant()).isNotNull();
        assertThat(complaint.account().getIntake().getEotinishNumber()).isEqualTo("e-1");
        assertThat(complaint.account().getIntake().getKuiNumber()).isEqualTo("k-1");
        assertThat(complaint.account().getVictims().getFirst().getFacilityCode())
                .isEqualTo("SIZO-1");
        assertThat(complaint.identity().getCallerNumber()).isEqualTo("+7 700 000 00 00");
        assertThat(odd(complaint)).isEmpty();
    }

    @Test
    void everyChoiceOfAClerkIsKnown() {
        CallFields.ORIGINS.forEach(
                origin -> assertThat(odd(takenDown(with(CALL, "channel", "VISIT", "origin", origin))))
                        .isEmpty());
        ClerkForm.CONTACT_MODES.forEach(
                mode -> assertThat(odd(takenDown(with(CALL, "channel", "VISIT", "safeContact", mode))))
                        .isEmpty());
    }

    @Test
    void theNumberOfWhoGivesNoNameIsNotKept() {
        Complaint complaint = takenDown(with(CALL, "channel", "HOTLINE", "narrative", "x"));

        assertThat(complaint.identity().getCallerNumber()).isNull();
        assertThat(complaint.toString() + complaint.account() + complaint.identity())
                .doesNotContain("700 000");
    }

    @Test
    void aConsentThatWasAskedAloudSaysSo() {
        Complaint complaint = takenDown(
                with(CALL, "narrative", "x", "transmitToProsecutor", "UNABLE", "shareWithCommissioner", "GIVEN"));

        assertThat(complaint.transmitToProsecutor()).isEqualTo(ConsentValue.UNABLE);
        assertThat(complaint.shareWithCommissioner()).isEqualTo(ConsentValue.GIVEN);
        assertThat(complaint.account().getConsents())
                .hasSize(2)
                .allSatisfy(consent -> {
                    assertThat(consent.getHow()).isEqualTo("ORAL");
                    assertThat(consent.getTextVersion()).isEqualTo(FormMessage.CONSENT_TEXTS_ALOUD);
                })
                .extracting(Consent::getScope)
                .containsExactly("TRANSMIT_PROSECUTOR", "SHARE_COMMISSIONER");
    }

    @Test
    void whatWasTypedAtATerminalSaysSoWhereverItIsSent() {
        Typed typed = new Typed(lists(Map.of(
                "channel", CallFields.TERMINAL, "narrative", "x", "transmitToProsecutor", "GIVEN", "to", "send")));

        Complaint complaint = complaint(FormMessage.takenDown(typed));

        assertThat(complaint.channel()).isEqualTo(Channel.FACILITY_TERMINAL);
        assertThat(complaint.account().getConsents()).allSatisfy(consent -> {
            assertThat(consent.getHow()).isEqualTo("WRITTEN");
            assertThat(consent.getTextVersion()).isEqualTo(FormMessage.CONSENT_TEXTS_TERMINAL);
        });
        assertThat(odd(complaint)).isEmpty();
        assertThat(FormMessage.typed(typed, Language.RUSSIAN)).isEqualTo(FormMessage.takenDown(typed));
        assertThat(CallFields.CHANNELS).doesNotContain(CallFields.TERMINAL);
    }

    @Test
    void aCallAloneTellsNothing() {
        Typed call = new Typed(lists(with(CALL, "channel", "HOTLINE", "clientId", "c", "csrf", "t")));

        assertThat(FormMessage.takenDown(call).tells()).isFalse();
        assertThat(FormMessage.takenDown(new Typed(lists(with(CALL, "victimName", "A"))))
                        .tells())
                .isTrue();
    }

    @Test
    void whatNobodyTookDownIsOfTheWebForm() {
        Typed typed = new Typed(lists(with(CALL, "channel", "HOTLINE", "narrative", "x")));

        Complaint complaint = complaint(FormMessage.typed(typed, Language.KAZAKH));

        assertThat(complaint.channel()).isEqualTo(Channel.WEB_FORM);
        assertThat(complaint.language()).isEqualTo(kz.aryz.schema.Language.KK);
        assertThat(complaint.account().getIntake().getOrigin()).isNull();
    }

    @Test
    void isKnownByWhatWasTypedAndNotByTheLanguageThatThePageIsIn() {
        Typed typed = new Typed(lists(with(Map.of(), "narrative", "x")));

        assertThat(FormMessage.typed(typed, Language.KAZAKH).typed())
                .isEqualTo(FormMessage.typed(typed, Language.RUSSIAN).typed());
    }

    @Test
    void isKnownByTheLanguageOfWhoIsTakenDown() {
        assertThat(FormMessage.takenDown(new Typed(lists(with(CALL, "language", "kk"))))
                        .typed())
                .isNotEqualTo(FormMessage.takenDown(new Typed(lists(with(CALL, "language", "ru"))))
                        .typed());
    }

    private static Complaint takenDown(Map<String, String> fields) {
        return complaint(FormMessage.takenDown(new Typed(lists(fields))));
    }

    private static Complaint complaint(FormMessage message) {
        return new ComplaintMapping(Optional::empty).map(message.json(), TestIntake.NOW);
    }

    private static List<String> odd(Complaint complaint) {
        return complaint.gaps().stream()
                .map(Gap::getCode)
                .filter(code -> !List.of(GapCode.MISSING.name(), GapCode.NOT_KEPT.name())
                        .contains(code))
                .toList();
    }

    private static Map<String, String> with(Map<String, String> fields, String... namesAndValues) {
        Map<String, String> all = new HashMap<>(fields);
        IntStream.range(0, namesAndValues.length / 2)
                .forEach(index -> all.put(namesAndValues[2 * index], namesAndValues[2 * index + 1]));
        return all;
    }

    private static Map<String, List<String>> lists(Map<String, String> fields) {
        return fields.entrySet().stream().collect(toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
    }
}
