package kz.aryz.shredding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Role;
import kz.aryz.reference.Reference;
import kz.aryz.reference.ReferenceFiles;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.DestructionApproved;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.LegalHold;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(40));
    private static final String UNIT = "PROS.KZ-75";
    private static final Reference REFERENCE = ((Reading.Complete) ReferenceFiles.bundled()).reference();
    private static final AccessEvent THEIRS =
            approved("theirs", Role.COMMISSIONER_OFFICER, "COMMISSIONER", List.of("identity"));
    private static final AccessEvent OTHERS =
            approved("others", Role.SUPERVISING_PROSECUTOR, "PROS_KZ-75", List.of("identity", "note"));

    @Test
    void ofWhatNobodyDecidedAboutBothApprovalsAreMissing() {
        Standing standing = standing();

        assertThat(standing.holds()).isEmpty();
        assertThat(standing.approvals()).isEmpty();
        assertThat(standing.missing()).containsOnlyKeys("identity", "account", "note");
        assertThat(standing.missing().values())
                .allSatisfy(refusals -> assertThat(refusals)
                        .containsExactly(Refusal.NOT_APPROVED_BY_COMMISSIONER, Refusal.NOT_APPROVED_BY_ANOTHER_BODY));
    }

    @Test
    void nothingIsMissingOfWhatBothApprovedAndOfTheRestTheirApprovalIs() {
        Standing standing = standing(THEIRS, OTHERS);

        assertThat(standing.approvals()).extracting(Approval::eventId).containsExactly("theirs", "others");
        assertThat(standing.missing().get("identity")).isEmpty();
        assertThat(standing.missing().get("note")).containsExactly(Refusal.OTHER_SECTIONS);
    }

    @Test
    void aHoldStandsInTheWayOfEverythingUntilItIsLifted() {
        AccessEvent hold = hold(AccessEventKind.LEGAL_HOLD_SET, "REVIEW");
        AccessEvent lifted = hold(AccessEventKind.LEGAL_HOLD_LIFTED, "PROCEEDINGS_OVER");

        Standing held = standing(THEIRS, OTHERS, hold);

        assertThat(held.holds()).singleElement().satisfies(standing -> {
            assertThat(standing.reason()).isEqualTo("REVIEW");
            assertThat(standing.at()).isEqualTo(LONG_AGO);
        });
        assertThat(held.missing().get("identity")).containsExactly(Refusal.LEGAL_HOLD);
        assertThat(standing(THEIRS, OTHERS, hold, lifted).holds()).isEmpty();
    }

    @Test
    void whatALaterVersionWroteMayBeAHold() {
        AccessEvent later = event("later", AccessEventKind.UNKNOWN).build();

        assertThat(standing(THEIRS, OTHERS, later).missing().get("identity")).containsExactly(Refusal.UNREADABLE);
    }

    private static Standing standing(AccessEvent... events) {
        return Standing.of(
                        List.of(events),
                        new ComplaintFacts(UNIT, Optional.empty(), Set.of("MIA"), false),
                        AllegationClass.A,
                        REFERENCE,
                        NOW)
                .orElseThrow();
    }

    private static AccessEvent approved(String id, Role role, String body, List<String> sections) {
        return event(id, AccessEventKind.DESTRUCTION_APPROVED)
                .setDestructionApproved(DestructionApproved.newBuilder()
                        .setSections(sections)
                        .setGround("COURT_ORDER")
                        .setReference("2-17/2026")
                        .setRole(role.code())
                        .setUnits(role == Role.COMMISSIONER_OFFICER ? List.of() : List.of(UNIT))
                        .setBodies(List.of(body))
                        .setService("some-service")
                        .build())
                .build();
    }

    private static AccessEvent hold(AccessEventKind kind, String reason) {
        return event(kind.name(), kind)
                .setLegalHold(LegalHold.newBuilder()
                        .setReason(reason)
                        .setRole(Role.COMMISSIONER_OFFICER.code())
                        .setBodies(List.of("COMMISSIONER"))
                        .setService("notifier")
                        .build())
                .build();
    }

    private static AccessEvent.Builder event(String id, AccessEventKind kind) {
        return AccessEvent.newBuilder()
                .setKind(kind)
                .setHeader(EventHeader.newBuilder()
                        .setEventId(id)
                        .setComplaintId("c1")
                        .setOccurredAt(LONG_AGO)
                        .setRecordedAt(LONG_AGO)
                        .setActorRef("who-wrote-" + id)
                        .build());
    }
}
