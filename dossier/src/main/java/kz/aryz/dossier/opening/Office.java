package kz.aryz.dossier.opening;

import kz.aryz.access.Action;
import kz.aryz.runtime.signin.Rule;

/** For whom a service opens complaints: who is let in there at all, and what stands around a complaint. */
public enum Office {
    /** The Commissioner's, where every opening is seen. */
    COMMISSIONER(true),
    /** The units', whose people know of complaints of their own units alone, and not of who else opened them. */
    UNITS(false);

    private final boolean overseeing;

    Office(boolean overseeing) {
        this.overseeing = overseeing;
    }

    Rule rule() {
        return switch (this) {
            case COMMISSIONER -> Rule.may(Action.LIST_ALERTS);
            case UNITS -> Rule.maySomewhere(Action.SEE_ITEM);
        };
    }

    /** Whether its people see who opened what. */
    boolean isOverseeing() {
        return overseeing;
    }

    /** The text of a page as it is said here. */
    String text(String key) {
        return key + "." + name();
    }
}
