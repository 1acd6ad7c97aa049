package kz.aryz.system.browser;

import static kz.aryz.system.Patience.PATIENCE;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import kz.aryz.quickstart.Addresses;

/** A way past every page of Aryz, errors too, as somebody takes it who leaves a complaint on the way. */
record Tour(Visitor visitor, Addresses addresses) {

    /** Calls for every page when it is there, with what it is. */
    void take(Consumer<String> arrived) {
        complainant(arrived);
        investigator(arrived);
        commissioner(arrived);
    }

    private void complainant(Consumer<String> arrived) {
        Page page = visitor.page();
        FormPage form = FormPage.open(page, addresses.intakeUrl());
        arrived.accept("form");
        form.unfold();
        arrived.accept("form unfolded");
        form.submit();
        arrived.accept("form with a problem");
        ReceiptPage receipt = form.tell("Меня избили в отделе полиции.").submitted();
        arrived.accept("receipt");
        String key = receipt.key();
        StatusPage status = StatusPage.open(page, addresses.intakeUrl());
        arrived.accept("status");
        status.ask("0");
        arrived.accept("status of an unknown key");
        status.ask(key);
        arrived.accept("status of a complaint");
        page.navigate(addresses.intakeUrl().resolve("/docs").toString());
        arrived.accept("description of the API");
        page.navigate(addresses.intakeUrl().resolve("/nothing").toString());
        arrived.accept("problem page");
    }

    private void investigator(Consumer<String> arrived) {
        Page page = visitor.page();
        await().pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> QueuePage.open(page, addresses.triageUrl()).units().count() > 0);
        String busy = new QueuePage(page).units().first().getAttribute("id");
        arrived.accept("queues");
        page.locator("#idle").click();
        page.waitForURL(url -> url.contains("idle"));
        arrived.accept("all units");
        page.locator("[id='" + busy + "']").click();
        page.locator("tbody tr").first().waitFor();
        arrived.accept("queue of a unit");
    }

    private void commissioner(Consumer<String> arrived) {
        Page page = visitor.page();
        Locator buttons = page.locator("article button");
        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            InboxPage.openAlerts(page, addresses.notifierUrl());
            return buttons.count() > 0;
        });
        InboxPage inbox = new InboxPage(page);
        arrived.accept("open alerts");
        buttons.first().click();
        inbox.thanks().waitFor();
        arrived.accept("inbox after a confirmation");
        InboxPage.confirmedAlerts(page, addresses.notifierUrl());
        arrived.accept("confirmed alerts");
    }
}
