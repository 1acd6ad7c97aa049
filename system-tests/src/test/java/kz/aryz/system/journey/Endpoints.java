package kz.aryz.system.journey;

import java.net.URI;
import kz.aryz.quickstart.Addresses;

/** Where an Aryz takes complaints, shows queues and duties, and delivers mail. */
public record Endpoints(URI intake, URI triage, URI notifier, URI mailbox) {

    public static Endpoints of(Addresses addresses) {
        return new Endpoints(
                addresses.intakeUrl(), addresses.triageUrl(), addresses.notifierUrl(), addresses.mailboxUrl());
    }
}
