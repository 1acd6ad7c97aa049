package kz.aryz.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.aryz.notifier.alert.AlertState;
import org.junit.jupiter.api.Test;

class InboxPageTest {

    @Test
    void whoeverConfirmsComesBackToTheSameList() {
        assertThat(InboxPage.confirmation("7", Optional.of(AlertState.OPEN)))
                .isEqualTo("/alerts/7/acknowledgement?state=OPEN");
        assertThat(InboxPage.address(Optional.of(AlertState.OPEN))).hasToString("/?state=OPEN");
    }

    @Test
    void theListOfAllAlertsIsTheFirstPage() {
        assertThat(InboxPage.confirmation("7", Optional.empty())).isEqualTo("/alerts/7/acknowledgement");
        assertThat(InboxPage.address(Optional.empty())).hasToString("/");
    }
}
