package kz.aryz.triage.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.aryz.id.DeterministicId;
import kz.aryz.reference.Reference;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.Entered;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.Left;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.QueueItemKind;
import kz.aryz.schema.Release;
import kz.aryz.schema.Released;
import kz.aryz.schema.Routed;
import kz.aryz.sealing.Section;
import kz.aryz.triage.queue.IndexKey;

/**
 * What follows from a release, or from the beginning of a check, that was decided: the complaint goes to the unit unless it
 * lies there, and the unit may read it, or not. A former release ends where it goes.
 *
 * @param events the complaint's next events, in order
 * @param queueItems what leaves and enters queues, in order; empty where it stays where it is
 * @param file what is kept of the complaint from now on
 */
public record Letting(List<CaseEvent> events, List<QueueItem> queueItems, CaseFile file) {

    private static final String COMMISSIONER = "COMMISSIONER";

    /** The law on the Commissioner for Human Rights. */
    private static final String COMMISSIONERS_OFFICE = "LAW-90-VII";

    private static final String JURISDICTION = "CPC-187";

    public Letting {
        events = List.copyOf(events);
        queueItems = List.copyOf(queueItems);
    }

    /** Enters the command, which was accepted, behind what is known; {@code item} is what stands in the queue's index. */
    public static Letting of(CaseFile known, QueueItem item, CaseCommand command, Reference reference, Instant at) {
        CaseChain chain = new CaseChain(
                known, command.getCommandId(), Provenance.of(known, command, COMMISSIONER, reference, at));
        Optional<Release> release = Optional.ofNullable(command.getRelease());
        String unit = release.map(Release::getUnit)
                .orElseGet(() -> command.getExOfficioCheck().getUnit());
        List<CaseEvent> events = new ArrayList<>();
        List<QueueItem> items = new ArrayList<>();
        CaseFile.Builder file = CaseFile.newBuilder(known);
        release.ifPresent(wish -> {
            events.add(chain.append(
                    CaseEventKind.RELEASED, COMMISSIONERS_OFFICE, event -> event.setReleased(released(wish))));
            file.setReleasedTo(unit);
        });
        if (!unit.equals(known.getUnit())) {
            events.add(chain.append(
                    CaseEventKind.ROUTED,
                    JURISDICTION,
                    event -> event.setRouted(routed(known, item, command, unit, reference, at))));
            items.addAll(moved(known, item, unit, command.getKind().name(), chain.lastEventId(), at));
            file.setUnit(unit)
                    .setHop(known.getHop() + 1)
                    .setIndexKey(place(known, unit))
                    .clearAssignee();
            if (release.isEmpty()) {
                file.clearReleasedTo();
            }
        }
        file.setLastSeq(chain.seq())
                .setLastEventId(chain.lastEventId())
                .setLastHash(Objects.requireNonNull(chain.lastHash()));
        return new Letting(events, items, file.build());
    }

    /** The item that puts the complaint into the unit's queue; empty where it lies there. */
    public Optional<QueueItem> entered() {
        return queueItems.isEmpty() ? Optional.empty() : Optional.of(queueItems.getLast());
    }

    private static Released released(Release wish) {
        return Released.newBuilder()
                .setUnit(wish.getUnit())
                .setSections(List.of(Section.IDENTITY.path(), Section.ACCOUNT.path()))
                .setKeyRefs(wish.getKeyRefs())
                .setReasonCode(wish.getReasonCode())
                .setMark(wish.getMark())
                .build();
    }

    private static Routed routed(
            CaseFile known, QueueItem item, CaseCommand command, String unit, Reference reference, Instant at) {
        Release release = command.getRelease();
        return Routed.newBuilder()
                .setUnit(unit)
                .setOwnerBody(reference
                        .unit(unit, Reference.day(at))
                        .map(InvestigatorUnit::getBodyCode)
                        .orElseThrow())
                .setHop(known.getHop() + 1)
                .setPreviousUnit(known.getUnit())
                .setRules(List.of(command.getKind().name()))
                .setExcludedBodies(Objects.requireNonNull(known.getExcludedBodies()))
                .setRegionCode(item.getEntered().getRegionCode())
                .setFacilityType(item.getEntered().getFacilityType())
                .setReasonCode(release == null ? command.getExOfficioCheck().getReasonCode() : release.getReasonCode())
                .build();
    }

    private static List<QueueItem> moved(
            CaseFile known, QueueItem item, String unit, String reason, String cause, Instant at) {
        QueueItem left = QueueItem.newBuilder()
                .setKind(QueueItemKind.LEFT)
                .setItemId(DeterministicId.of(cause, QueueItemKind.LEFT.name()))
                .setComplaintId(item.getComplaintId())
                .setUnit(known.getUnit())
                .setAt(at)
                .setLeft(new Left(reason))
                .build();
        QueueItem entered = QueueItem.newBuilder(item)
                .setItemId(DeterministicId.of(cause, QueueItemKind.ENTERED.name()))
                .setUnit(unit)
                .setAt(at)
                .setEntered(Entered.newBuilder(item.getEntered())
                        .setHop(known.getHop() + 1)
                        .build())
                .build();
        return List.of(left, entered);
    }

    private static String place(CaseFile known, String unit) {
        IndexKey former = IndexKey.parse(known.getIndexKey()).orElseThrow();
        return new IndexKey(unit, former.priority(), former.receivedAt(), former.complaintId()).text();
    }
}
