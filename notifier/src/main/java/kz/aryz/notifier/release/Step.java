package kz.aryz.notifier.release;

import java.util.List;
import kz.aryz.access.Action;
import kz.aryz.schema.CaseCommandKind;

/** What an officer can do with a complaint that the office holds. */
enum Step {
    /** Let a unit read it all. */
    RELEASE("release", Action.RELEASE_IDENTITY, CaseCommandKind.RELEASE),
    /** Give it to a unit that has it looked into by the bare facts. */
    CHECK("ex-officio-check", Action.CHECK_EX_OFFICIO, CaseCommandKind.CHECK_EX_OFFICIO);

    /** The reason that says nothing by itself. */
    static final String OTHER = "OTHER";

    private final String path;
    private final Action action;
    private final CaseCommandKind kind;

    Step(String path, Action action, CaseCommandKind kind) {
        this.path = path;
        this.action = action;
        this.kind = kind;
    }

    /** The last part of its address. */
    String path() {
        return path;
    }

    Action action() {
        return action;
    }

    CaseCommandKind kind() {
        return kind;
    }

    /** Codes of why. They stand in records and never change. */
    List<String> reasons() {
        return switch (this) {
            case RELEASE -> List.of("CONSENT_OBTAINED_LATER", "LIFE_AT_RISK", "COURT_ORDER", "LEGAL_DUTY", OTHER);
            case CHECK -> List.of("LIFE_AT_RISK", "PATTERN", "PUBLIC_INTEREST", "LEGAL_DUTY");
        };
    }
}
