package kz.aryz.dossier.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.dossier.opening.Office;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Proof;
import kz.aryz.runtime.signin.StepUp;
import kz.aryz.shredding.Approval;
import kz.aryz.shredding.HoldChange;
import kz.aryz.shredding.Officer;
import kz.aryz.shredding.Refusal;
import kz.aryz.shredding.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DestructionViewTest {

    private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");
    private static final Officer OFFICER = new Officer(
            Role.COMMISSIONER_OFFICER,
            new Person("officer", Set.of(Role.COMMISSIONER_OFFICER), Set.of(), Set.of("COMMISSIONER")));
    private static final HoldChange HOLD = new HoldChange(AT, OFFICER, true, "CRIMINAL_CASE", Optional.of("7/2026"));
    private static final Approval APPROVAL =
            new Approval("a", AT, OFFICER, Set.of("note", "identity"), "COURT_ORDER", Optional.of("2-17/2026"));
    private static final Draft DRAFT =
            new Draft(Step.APPROVE, Set.of("account"), "COURT_ORDER", "что-то", Optional.of("why.bad-approval"));

    @Test
    void itSaysWhichHoldsAndApprovalsStandAndWhose() {
        DestructionView view = view(Language.ENGLISH, Office.COMMISSIONER, known(true));

        assertThat(view.standing())
                .containsExactly(
                        "Legal hold since 26.11.2026 15:00, set by COMMISSIONER: it is needed in a criminal case, 7/2026",
                        "Approved on 26.11.2026 15:00 by COMMISSIONER: Who is concerned, Notes of staff about what they"
                                + " opened or released (a court ordered it, 2-17/2026)");
        assertThat(view.latest()).isNull();
    }

    @Test
    void whereThereAreEarlierRecordsItSaysThatTheyAreNotCounted() {
        assertThat(view(Language.ENGLISH, Office.COMMISSIONER, known(false)).latest())
                .contains("Only the latest");
    }

    @Test
    void whereWhatWasDecidedIsNotReadItSaysSoAndNothingOfHowItStands() {
        DestructionView view = view(Language.ENGLISH, Office.UNITS, Optional.empty());

        assertThat(view.unread()).contains("is not shown here");
        assertThat(view.standing()).isEmpty();
        assertThat(view.missing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysEverythingInWords(Language language) {
        DestructionView view = view(language, Office.COMMISSIONER, known(false));

        assertThat(view.missing())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).doesNotContain("%s", "LEGAL_HOLD"));
        assertThat(view.standing())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).doesNotContain("%s", "CRIMINAL_CASE", "COURT_ORDER"));
        assertThat(page(view)).contains("about-APPROVE", "about-HOLD", "about-LIFT");
    }

    @Test
    void whatCameBackStandsInItsFormAsItWas() {
        assertThat(page(view(Language.ENGLISH, Office.COMMISSIONER, known(true))))
                .contains(
                        "Nothing was put on record. Choose what may be destroyed",
                        "value=\"account\" checked",
                        "value=\"COURT_ORDER\" selected",
                        "value=\"что-то\"");
    }

    @Test
    void whoeverHasNotProvedThemselvesCanSetAHoldAndLiftNone() {
        String page = page(new DestructionView(
                Language.ENGLISH,
                caller(),
                Office.UNITS,
                "c1",
                List.of(Step.values()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new StepUp.Never()),
                Optional.empty()));

        assertThat(page).contains("id=\"reason-HOLD\"", "Prove yourself anew");
        assertThat(page).doesNotContain("id=\"reason-APPROVE\"", "id=\"reason-LIFT\"");
    }

    @ParameterizedTest
    @EnumSource
    void whatCameBackWhereNothingCanBeDecidedAnyMoreIsSaidNotToBeOnRecord(Language language) {
        String page = page(new DestructionView(
                language,
                caller(),
                Office.UNITS,
                "c1",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(DRAFT.because("why.returned")),
                Optional.empty(),
                Optional.empty()));

        assertThat(page).contains("role=\"alert\"").doesNotContain("still here", "осталось здесь", "осында тұр");
    }

    private static String page(DestructionView view) {
        StringOutput output = new StringOutput();
        view.writeTo(output);
        return output.toString();
    }

    private static Optional<OnRecord.Read> known(boolean all) {
        Standing standing = new Standing(
                List.of(HOLD),
                List.of(APPROVAL),
                Map.of(
                        "identity", Arrays.asList(Refusal.values()),
                        "account", List.of(Refusal.NO_ORDER),
                        "note", List.of()));
        return Optional.of(new OnRecord.Read(standing, all));
    }

    private static DestructionView view(Language language, Office office, Optional<OnRecord.Read> read) {
        return new DestructionView(
                language,
                caller(),
                office,
                "c1",
                List.of(Step.values()),
                read,
                Optional.of(Step.HOLD),
                Optional.of(DRAFT),
                Optional.empty(),
                Optional.empty());
    }

    private static Caller caller() {
        return new Caller.Program(OFFICER.person(), "", new Proof("", Instant.EPOCH));
    }
}
