package kz.aryz.dossier.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.shredding.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {

    @Test
    void anApprovalIsOfSectionsForAReasonUnderTheNumberOfItsOrder() {
        Draft draft = Draft.of(
                Step.APPROVE,
                Map.of(
                        "section", List.of("identity", "note"),
                        "reason", List.of("COURT_ORDER"),
                        "reference", List.of(" 2-17/2026 ")));

        assertThat(draft.decision()).isInstanceOfSatisfying(Decision.Approve.class, approve -> {
            assertThat(approve.approval().sections()).isEqualTo(Set.of("identity", "note"));
            assertThat(approve.approval().ground()).isEqualTo("COURT_ORDER");
            assertThat(approve.approval().reference()).contains("2-17/2026");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLD", "LIFT"})
    void aHoldIsSetOrLiftedForAReasonWithANumberOrWithout(Step step) {
        Draft draft = Draft.of(step, Map.of("reason", List.of(step.reasons().getFirst()), "reference", List.of(" ")));

        assertThat(draft.decision()).isInstanceOfSatisfying(Decision.Hold.class, hold -> {
            assertThat(hold.hold().set()).isEqualTo(step == Step.HOLD);
            assertThat(hold.hold().reason()).isEqualTo(step.reasons().getFirst());
            assertThat(hold.hold().reference()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVE, '', RETENTION_OVER, '', bad-approval",
        "APPROVE, staff-name, RETENTION_OVER, '', bad-approval",
        "APPROVE, identity, BECAUSE, '', bad-approval",
        "APPROVE, identity, COMMISSIONER_ORDER, '', bad-approval",
        "APPROVE, identity, RETENTION_OVER, he said: burn it!, bad-approval",
        "HOLD, '', '', '', bad-hold",
        "HOLD, '', he knows why, '', bad-hold",
        "LIFT, '', PROCEEDINGS_OVER, (none), bad-hold"
    })
    void whatIsNotUsableIsRefused(Step step, String section, String reason, String reference, String problem) {
        Draft draft = Draft.of(
                step,
                Map.of(
                        "section", section.isEmpty() ? List.of() : List.of(section),
                        "reason", List.of(reason),
                        "reference", List.of(reference)));

        assertThatThrownBy(draft::decision)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type().code()).isEqualTo(problem));
    }

    @Test
    void aPageOffersEveryGroundThatThereIs() {
        assertThat(Step.APPROVE.reasons())
                .containsExactlyElementsOf(
                        Arrays.stream(Ground.values()).map(Ground::name).toList());
    }
}
