package kz.aryz.system.browser;

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
        QueuePage queues = QueuePage.open(page, addresses.triageUrl());
        arrived.accept("queues");
        page.locator("#idle").click();
        page.waitForURL(url -> url.contains("idle"));
        arrived.accept("all units");
        queues.units().first().click();
        page.locator("tbody tr").first().waitFor();
        arrived.accept("queue of a unit");
    }

    private void commissioner(Consumer<String> arrived) {
        Page page = visitor.page();
        InboxPage inbox = InboxPage.openAlerts(page, addresses.notifierUrl());
        arrived.accept("open alerts");
        page.locator("article button").first().click();
        inbox.thanks().waitFor();
        arrived.accept("inbox after a confirmation");
        InboxPage.confirmedAlerts(page, addresses.notifierUrl());
        arrived.accept("confirmed alerts");
    }
}
