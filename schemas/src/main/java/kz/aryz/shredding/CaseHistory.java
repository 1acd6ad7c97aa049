package kz.aryz.shredding;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.Routed;
import kz.aryz.schema.Triaged;

/** What the events of a complaint say of its class and of who may know of it. */
final class CaseHistory {

    private static final String COMMISSIONER = "COMMISSIONER";

    private final Set<String> excludedBodies = new HashSet<>();
    private boolean known;
    private boolean complete = true;
    private String unit = "";
    private boolean held = true;
    private AllegationClass allegationClass = AllegationClass.UNKNOWN;

    /** @param event empty for one that this version cannot read */
    void take(Optional<CaseEvent> event) {
        known = true;
        complete &= event.filter(one -> one.getKind() != CaseEventKind.UNKNOWN).isPresent();
        event.map(CaseEvent::getTriaged).map(Triaged::getAllegationClass).ifPresent(now -> allegationClass = now);
        event.map(CaseEvent::getRouted).ifPresent(this::routed);
    }

    /** Who was ever excluded has no part in this, wherever the complaint went later. */
    private void routed(Routed routed) {
        unit = routed.getUnit();
        held = routed.getOwnerBody().equals(COMMISSIONER);
        excludedBodies.addAll(routed.getExcludedBodies());
    }

    boolean isKnown() {
        return known;
    }

    boolean isComplete() {
        return complete;
    }

    AllegationClass allegationClass() {
        return allegationClass;
    }

    ComplaintFacts facts() {
        return new ComplaintFacts(unit, Optional.empty(), excludedBodies, held);
    }
}
