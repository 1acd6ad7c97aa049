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
import org.junit.jupiter.api.Test;

class ComplaintViewTest {

    private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");
    private static final Dossier.Destroyed DESTROYED =
            new Dossier.Destroyed(AT.toString(), "COURT_ORDER", List.of("COMMISSIONER", "PROS_KZ-75"));

    @Test
    void ofASectionItSaysOnceForEachDecisionThatItWasDestroyedAndOnWhose() {
        ComplaintView view = view(
                Language.ENGLISH,
                Map.of("c1/identity/k1", DESTROYED, "c1/identity/k2", DESTROYED, "c1/account/k3", DESTROYED),
                List.of());

        assertThat(view.destroyed("identity"))
                .singleElement()
                .asString()
                .contains("Destroyed for ever on", "a court ordered it", "COMMISSIONER, PROS_KZ-75");
    }

    @Test
    void whereNobodysDecisionIsNotedItSaysSo() {
        Dossier.Destroyed unnoted = new Dossier.Destroyed(AT.toString(), "", List.of());

        assertThat(view(Language.ENGLISH, Map.of("c1/identity/k1", unnoted), List.of())
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

    private static ComplaintView view(
            Language language, Map<String, Dossier.Destroyed> destroyed, List<AccessEvent> accesses) {
        Person officer = new Person("officer", Set.of(Role.COMMISSIONER_OFFICER), Set.of(), Set.of("COMMISSIONER"));
        Dossier dossier = new Dossier(
                "c1",
                "7KQM-2F9R-D0XW-H",
                AT.toString(),
                "WEB_FORM",
                "KAZAKH",
                ConsentValue.GIVEN,
                "A",
                Priority.P1,
                null,
                null,
                2,
                List.of(0L),
                Map.of(),
                destroyed,
                List.of());
        return new ComplaintView(
                language,
                Office.COMMISSIONER,
                new Caller.Program(officer, "", new Proof("", Instant.EPOCH)),
                dossier,
                List.of("identity"),
                false,
                Optional.of(new History(accesses, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
