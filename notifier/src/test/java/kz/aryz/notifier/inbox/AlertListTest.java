package kz.aryz.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Priority;
import org.junit.jupiter.api.Test;

class AlertListTest {

    private final Obligation obligation = Records.obligation(Records.COMPLAINT, Priority.P1, Records.RECEIVED_AT);
    private final AlertEntry alert =
            AlertEntry.of(obligation, AlertProgress.newBuilder().setAttempts(2).build());

    @Test
    void aWholeListHasTheFieldsOfTheInterfaceAndNoOther() {
        JsonNode list = json(new AlertPage(List.of(alert), null, false));

        assertThat(list.fieldNames()).toIterable().containsExactly("items", "next");
        assertThat(list.path("items").path(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "obligationId",
                        "complaintNumber",
                        "addressee",
                        "reason",
                        "priority",
                        "state",
                        "createdAt",
                        "attempts");
    }

    @Test
    void whoeverHasSignedInAlsoLearnsWhatToOpen() {
        JsonNode list = new ObjectMapper().valueToTree(AlertList.of(new AlertPage(List.of(alert), null, false), true));

        assertThat(list.path("items").path(0).path("complaintId").textValue()).isEqualTo(alert.complaintId());
    }

    @Test
    void aListThatMayLackSomethingSaysSo() {
        assertThat(json(new AlertPage(List.of(), null, true)).path("partial").booleanValue())
                .isTrue();
    }

    private static JsonNode json(AlertPage page) {
        return new ObjectMapper().valueToTree(AlertList.of(page, false));
    }
}
