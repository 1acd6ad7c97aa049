package kz.aryz.notifier.inbox;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.KeyPlace;
import kz.aryz.dossier.Lookup;
import kz.aryz.dossier.Place;
import kz.aryz.dossier.Places;
import kz.aryz.dossier.Stretch;
import kz.aryz.dossier.Trail;
import kz.aryz.dossier.opening.Readership;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.alert.InboxPlace;
import kz.aryz.notifier.holding.HeldComplaint;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.notifier.state.HeldFor;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Priority;
import org.jspecify.annotations.Nullable;

/** An instance that holds the alerts and dossiers of these complaints, and answers for all partitions that it is asked for. */
record HeldComplaints(List<Lying> complaints) implements AlertContents, Readership, Places {

    /** A complaint of a unit, of which the Commissioner must be told. */
    record Lying(String complaintId, String unit, @Nullable String assignee, Set<String> excludedBodies) {

        String obligationId() {
            return obligation().getObligationId();
        }

        ComplaintFacts facts() {
            return dossier().subject().facts();
        }

        private Obligation obligation() {
            return Records.obligation(complaintId, Records.RECEIVED_AT);
        }

        private PlacedAlert alert() {
            AlertProgress progress = AlertProgress.newBuilder().build();
            return new PlacedAlert(InboxPlace.of(obligation(), progress).text(), AlertEntry.of(obligation(), progress));
        }

        private HeldComplaint held() {
            return new HeldComplaint(
                    complaintId,
                    Records.NUMBER,
                    Records.RECEIVED_AT.toString(),
                    Records.RECEIVED_AT.toString(),
                    AllegationClass.A,
                    Priority.P1,
                    HeldFor.PROSECUTION_ACCUSED);
        }

        private Dossier dossier() {
            Dossier.Owner owner = new Dossier.Owner(
                    unit, unit, excludedBodies, null, null, assignee, Records.RECEIVED_AT.toString(), null);
            return new Dossier(
                    complaintId,
                    Records.NUMBER,
                    Records.RECEIVED_AT.toString(),
                    "WEB_FORM",
                    "ru",
                    ConsentValue.GIVEN,
                    "A",
                    Priority.P1,
                    owner,
                    null,
                    3,
                    true,
                    false,
                    Map.of());
        }
    }

    /** What the Commissioner's office has. */
    List<HeldComplaint> held() {
        return complaints.stream()
                .filter(complaint -> complaint.facts().held())
                .map(Lying::held)
                .toList();
    }

    @Override
    public AlertSlice slice(InboxRange range, Set<Integer> partitions) {
        return new AlertSlice(
                partitions,
                complaints.stream()
                        .map(Lying::alert)
                        .filter(placed -> placed.place().compareTo(range.from()) >= 0)
                        .filter(placed -> placed.place().compareTo(range.to()) < 0)
                        .sorted(Comparator.comparing(PlacedAlert::place))
                        .limit(range.limit())
                        .toList());
    }

    @Override
    public AlertSlice find(String obligationId, Set<Integer> partitions) {
        return new AlertSlice(
                partitions,
                complaints.stream()
                        .filter(lying -> lying.obligationId().equals(obligationId))
                        .map(Lying::alert)
                        .toList());
    }

    @Override
    public Lookup find(String complaintId) {
        return complaints.stream()
                .filter(lying -> lying.complaintId().equals(complaintId))
                .findFirst()
                .<Lookup>map(lying -> new Lookup.Found(lying.dossier()))
                .orElseGet(Lookup.Unknown::new);
    }

    @Override
    public Optional<Stretch> stretch(String complaintId, Trail trail, Optional<Place> before) {
        return Optional.of(new Stretch(List.of(), false));
    }

    @Override
    public Optional<Map<String, KeyPlace>> keys(String complaintId, Collection<String> keyRefs) {
        return Optional.of(Map.of());
    }

    @Override
    public Reader reader(Person person) {
        return new Reader(person, dossier -> true);
    }
}
