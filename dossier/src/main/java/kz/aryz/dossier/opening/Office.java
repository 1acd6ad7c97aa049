package kz.aryz.dossier.opening;

import kz.aryz.access.Action;
import kz.aryz.runtime.signin.Rule;

/** For whom a service opens complaints: who is let in there at all, and what stands around a complaint. */
public enum Office {
    /** The Commissioner's, where every opening is seen. */
    COMMISSIONER(Rule.may(Action.LIST_ALERTS), true),
    /** The units', whose people know of complaints of their own units alone, and not of who else opened them. */
    UNITS(Rule.maySomewhere(Action.SEE_ITEM), false);

    private final Rule rule;
    private final boolean overseeing;

    Office(Rule rule, boolean overseeing) {
        this.rule = rule;
        this.overseeing = overseeing;
    }

    Rule rule() {
        return rule;
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
