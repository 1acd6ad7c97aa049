package kz.aryz.dossier.destruction;

import java.util.Arrays;
import java.util.List;
import kz.aryz.access.Action;
import kz.aryz.shredding.Ground;

/** What people can decide about the destruction of a complaint. The names stand in texts. */
enum Step {
    /** Sections of it may be destroyed. */
    APPROVE("destruction-approvals", Action.APPROVE_DESTRUCTION, true),
    /** Nothing of it may be. */
    HOLD("legal-holds", Action.HOLD, false),
    /** What keeps it from being destroyed does so no longer. */
    LIFT("legal-holds/lifting", Action.HOLD, true);

    private final String path;
    private final Action action;
    private final boolean nearer;

    Step(String path, Action action, boolean nearer) {
        this.path = path;
        this.action = action;
        this.nearer = nearer;
    }

    /** Its address, from the complaint's on. */
    String path() {
        return path;
    }

    Action action() {
        return action;
    }

    /** Whether it brings a destruction nearer, so that people must prove themselves anew: what keeps it off does not wait. */
    boolean wantsStepUp() {
        return nearer;
    }

    /** Codes of why, to choose from on a page. They stand in records and never change. */
    List<String> reasons() {
        return switch (this) {
            case APPROVE -> Arrays.stream(Ground.values()).map(Ground::name).toList();
            case HOLD -> List.of("COURT_PROCEEDINGS", "CRIMINAL_CASE", "COMMISSIONER_REVIEW");
            case LIFT -> List.of("COURT_ORDER", "PROCEEDINGS_OVER", "SET_BY_MISTAKE");
        };
    }
}
