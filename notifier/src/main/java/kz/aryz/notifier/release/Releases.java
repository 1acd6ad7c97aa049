package kz.aryz.notifier.release;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.aryz.audit.RecordedReleases;
import kz.aryz.command.Commands;
import kz.aryz.dossier.Lookup;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.dossier.Places;
import kz.aryz.dossier.opening.Annex;
import kz.aryz.dossier.opening.ComplaintPage;
import kz.aryz.notifier.holding.Holdings;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.signin.StepUp;
import kz.aryz.schema.CaseEvent;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.Section;
import kz.aryz.sealing.Voucher;
import kz.aryz.sealing.rotation.Renewal;
import kz.aryz.sealing.rotation.Rewrapping;
import kz.aryz.sealing.rotation.RotationClients;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.Deserializer;

/** Releases and ex-officio checks over HTTP, page and API, and the keys that follow them. */
public final class Releases {

    private final ReleasesApi api;
    private final ReleaseForms forms;

    /**
     * @param dossiers what is known of a complaint
     * @param places where it lies on the log
     * @param records reads what lies there
     * @param releases puts on record
     * @param commands asks triage
     * @param voucher of the Commissioner's keyset
     * @param reference for the units that there are; may be empty
     * @param holdings since when the office holds what
     * @param stepUp what whoever does one of both must have passed
     */
    public Releases(
            Function<String, Lookup> dossiers,
            Places places,
            PlacedRecords records,
            RecordedReleases releases,
            Commands commands,
            Voucher voucher,
            Supplier<Optional<Reference>> reference,
            Holdings holdings,
            StepUp stepUp,
            Clock clock) {
        Custodian custodian =
                new Custodian(dossiers, places, records, releases, commands, new ReleaseMark(voucher), clock);
        this.api = new ReleasesApi(custodian, stepUp);
        this.forms = new ReleaseForms(custodian, new KeyState(places, records), reference, holdings, stepUp, clock);
    }

    /** What stands on the page of a complaint. */
    public Annex annex() {
        return forms;
    }

    /** {@code page}: of the complaint, on which the forms stand. */
    public void register(StaffRoutes routes, ComplaintPage page) {
        api.register(routes);
        forms.register(routes, page);
    }

    /**
     * Hands over the keys of what was released once it is started, with the Commissioner's keys as they stand in their directory
     * at the time.
     *
     * @param events in the group of all instances; is closed with what is returned
     * @param keys the directory of the keysets
     */
    public static KeyHandover handover(
            Consumer<String, byte[]> events,
            Deserializer<CaseEvent> values,
            RotationClients clients,
            URI keys,
            Clock clock) {
        KeyHandover.Hands hands = (complaintId, keyRefs) -> {
            Renewal handing = Keysets.load(keys)
                    .handing(Recipient.COMMISSIONER, Recipient.TRIAGE, identityOf(complaintId, keyRefs));
            return new Rewrapping(clients, Topics.KEYS, handing).run(Topics.KEYS.partition(complaintId), 0);
        };
        ReleaseMark mark = new ReleaseMark(Keysets.load(keys).voucher(Recipient.COMMISSIONER));
        return new KeyHandover(events, values, mark::isOn, hands, clock);
    }

    /** Nothing else of it, and nothing of another complaint, whatever the event says. */
    private static Set<String> identityOf(String complaintId, List<String> keyRefs) {
        return keyRefs.stream()
                .filter(keyRef -> KeyReference.isOf(keyRef, complaintId, Section.IDENTITY.path()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
