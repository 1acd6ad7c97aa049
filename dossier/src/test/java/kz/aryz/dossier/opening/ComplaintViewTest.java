package kz.aryz.dossier.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.dossier.Dossier;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Proof;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.DestructionApproved;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.KeyDestroyed;
import kz.aryz.schema.LegalHold;
import kz.aryz.schema.Priority;
import kz.aryz.sealing.Opening;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComplaintViewTest {
    private static final String UNIT = "PROS.KZ-75";
    private static final Person OFFICER =
            new Person("officer", Set.of(Role.COMMISSIONER_OFFICER), Set.of(), Set.of("COMMISSIONER"));
    private static final Person HEAD =
            new Person("head", Set.of(Role.HEAD_OF_UNIT), Set.of(UNIT), Set.of("PROSECUTOR"));

    private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");
    private static final Dossier.Destroyed DESTROYED =
            new Dossier.Destroyed(AT.toString(), "COURT_ORDER", List.of("COMMISSIONER", "PROS_KZ-75"));

    @Test
    void ofASectionItSaysForEachDecisionThatItWasDestroyedAndOnWhose() {
        ComplaintView view = view(
                Language.ENGLISH,
                Map.of("identity", List.of(DESTROYED), "account", List.of(DESTROYED, DESTROYED)),
                List.of());

        assertThat(view.destroyed("identity"))
                .singleElement()
                .asString()
                .contains("Destroyed for ever on", "a court ordered it", "COMMISSIONER, PROS_KZ-75");
    }

    @Test
    void whereNobodysDecisionIsNotedItSaysSo() {
        Dossier.Destroyed unnoted = new Dossier.Destroyed(AT.toString(), "", List.of());

        assertThat(view(Language.ENGLISH, Map.of("identity", List.of(unnoted)), List.of())
                        .destroyed("identity"))
                .singleElement()
                .asString()
                .contains("On whose decision is not noted");
    }

    @Test
    void aPartStaysClosedBecauseItWasDestroyedOrForAnotherReason() {
        ComplaintView view = view(Language.ENGLISH, Map.of(), List.of());

        assertThat(view.closed(new OpenedPart(AT.toString(), null, null, Opening.Code.NO_KEY, DESTROYED)))
                .contains("a court ordered it");
        assertThat(view.closed(new OpenedPart(AT.toString(), null, null, Opening.Code.NO_KEY, null)))
                .contains("its key is not there");
    }

    @Test
    void everyLanguageTellsWhatIsOnRecordAndKeepsSilentAboutWhatItDoesNotKnow() {
        for (Language language : Language.values()) {
            List<String> lines = view(language, Map.of(), record()).history();

            assertThat(lines).hasSize(4).allSatisfy(line -> assertThat(line).doesNotContain("%s"));
            assertThat(lines.get(0)).contains("2-17/2026", "somebody");
            assertThat(lines.get(1)).contains("REVIEW");
            assertThat(lines.get(2)).contains("REVIEW").isNotEqualTo(lines.get(1));
            assertThat(lines.get(3)).doesNotContain("identity");
        }
    }

    private static List<AccessEvent> record() {
        LegalHold hold = LegalHold.newBuilder()
                .setReason("REVIEW")
                .setRole("commissioner-officer")
                .setService("notifier")
                .build();
        List<AccessEvent> events = new ArrayList<>();
        events.add(event(AccessEventKind.DESTRUCTION_APPROVED)
                .setDestructionApproved(DestructionApproved.newBuilder()
                        .setSections(List.of("identity", "note"))
                        .setGround("COURT_ORDER")
                        .setReference("2-17/2026")
                        .setRole("commissioner-officer")
                        .setService("notifier")
                        .build())
                .build());
        events.add(event(AccessEventKind.LEGAL_HOLD_SET).setLegalHold(hold).build());
        events.add(event(AccessEventKind.LEGAL_HOLD_LIFTED).setLegalHold(hold).build());
        events.add(event(AccessEventKind.KEY_DESTROYED)
                .setKeyDestroyed(KeyDestroyed.newBuilder()
                        .setSections(List.of("identity", "note"))
                        .setKeyRefs(List.of("c1/identity/k1"))
                        .setApprovals(List.of("one", "two"))
                        .setLegalHoldCheckHash(ByteBuffer.allocate(32))
                        .build())
                .build());
        events.add(event(AccessEventKind.UNKNOWN).build());
        events.add(event(AccessEventKind.OPENED).build());
        return events;
    }

    private static AccessEvent.Builder event(AccessEventKind kind) {
        return AccessEvent.newBuilder()
                .setKind(kind)
                .setHeader(EventHeader.newBuilder()
                        .setEventId("e")
                        .setComplaintId("c1")
                        .setOccurredAt(AT)
                        .setRecordedAt(AT)
                        .setActorRef("somebody")
                        .build());
    }

    @Test
    void aUnitsPeopleReadWhenAndWhyItWasReleasedToThem() {
        Dossier.Release release = new Dossier.Release(UNIT, 7, AT.toString(), "COURT_ORDER");

        for (Language language : Language.values()) {
            ComplaintView view = view(language, Office.UNITS, HEAD, dossier(owner("COURT_ORDER"), release, Map.of()));

            assertThat(view.own("release")).isNotBlank();
            assertThat(view.released()).contains("26.11.2026").doesNotContain("COURT_ORDER", "%s");
            assertThat(view.check()).isNull();
        }
    }

    @Test
    void whatWasReleasedToAnotherUnitIsNoReleaseToThisOne() {
        Dossier.Release release = new Dossier.Release("PROS.KZ-71", 7, AT.toString(), "COURT_ORDER");

        assertThat(view(Language.ENGLISH, Office.UNITS, HEAD, dossier(owner(null), release, Map.of()))
                        .released())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whoseItWasIsSaidOfWhatThatUnitMayNotHaveAnyMore(Language language) {
        Dossier dossier = dossier(owner(null), null, Map.of());

        assertThat(view(language, Office.COMMISSIONER, OFFICER, dossier.takenBack())
                        .owner())
                .contains(UNIT)
                .isNotEqualTo(
                        view(language, Office.COMMISSIONER, OFFICER, dossier).owner());
    }

    @Test
    void whyACheckWasBegunIsForWhomNotesAreAndForNobodyElse() {
        Dossier dossier = dossier(owner("PATTERN"), null, Map.of());

        assertThat(view(Language.ENGLISH, Office.COMMISSIONER, OFFICER, dossier).check())
                .contains("one of several of the same kind", "26.11.2026");
        assertThat(view(Language.ENGLISH, Office.UNITS, HEAD, dossier).check()).isNull();
    }

    @Test
    void whatCameBackIsShownWhereItsFormIsNotThereAnyMore() {
        OpeningForm form = OpeningForm.of(
                        Office.COMMISSIONER, Map.of("section", List.of("account"), "note", List.of("сестра просит")))
                .because("returned");
        ComplaintView offered = view(List.of("identity", "account"), form);
        ComplaintView elsewhere = view(List.of("identity"), form);

        assertThat(offered.isStray()).isFalse();
        assertThat(offered.strayNote()).isNull();
        assertThat(offered.typedNote("account")).isEqualTo("сестра просит");
        assertThat(elsewhere.isStray()).isTrue();
        assertThat(elsewhere.strayNote()).isEqualTo("сестра просит");
    }

    private static Dossier.Owner owner(@Nullable String reason) {
        return new Dossier.Owner(UNIT, "PROSECUTOR", Set.of("MIA"), null, null, null, AT.toString(), reason);
    }

    private static ComplaintView view(
            Language language, Map<String, List<Dossier.Destroyed>> destroyed, List<AccessEvent> accesses) {
        return view(language, Office.COMMISSIONER, OFFICER, dossier(null, null, destroyed), accesses);
    }

    private static ComplaintView view(Language language, Office office, Person person, Dossier dossier) {
        return view(language, office, person, dossier, List.of());
    }

    private static Dossier dossier(
            Dossier.@Nullable Owner owner,
            Dossier.@Nullable Release release,
            Map<String, List<Dossier.Destroyed>> destroyed) {
        return new Dossier(
                "c1",
                "7KQM-2F9R-D0XW-H",
                AT.toString(),
                "WEB_FORM",
                "KAZAKH",
                ConsentValue.GIVEN,
                "A",
                Priority.P1,
                owner,
                release,
                2,
                true,
                false,
                destroyed);
    }

    private static ComplaintView view(
            Language language, Office office, Person person, Dossier dossier, List<AccessEvent> accesses) {
        return view(language, office, person, dossier, List.of("identity"), accesses, Optional.empty());
    }

    private static ComplaintView view(List<String> sections, OpeningForm typed) {
        return view(
                Language.ENGLISH,
                Office.COMMISSIONER,
                OFFICER,
                dossier(null, null, Map.of()),
                sections,
                List.of(),
                Optional.of(typed));
    }

    private static ComplaintView view(
            Language language,
            Office office,
            Person person,
            Dossier dossier,
            List<String> sections,
            List<AccessEvent> accesses,
            Optional<OpeningForm> typed) {
        return new ComplaintView(
                language,
                office,
                new Caller.Program(person, "", new Proof("", Instant.EPOCH)),
                dossier,
                sections,
                false,
                Optional.of(new History(accesses, Optional.empty(), Optional.empty())),
                Optional.empty(),
                typed,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
