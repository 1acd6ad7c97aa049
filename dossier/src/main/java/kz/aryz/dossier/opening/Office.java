package kz.aryz.dossier.opening;

import java.util.List;
import kz.aryz.access.Action;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.sealing.Section;

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

    /** Who is let in at all. */
    public Rule rule() {
        return switch (this) {
            case COMMISSIONER -> Rule.may(Action.LIST_ALERTS);
            case UNITS -> Rule.maySomewhere(Action.SEE_ITEM);
        };
    }

    /** Of whom decisions about a destruction are taken there: whom the Commissioner's lets in decides at the Commissioner's alone. */
    public Rule deciders() {
        return switch (this) {
            case COMMISSIONER -> rule();
            case UNITS -> rule().and(person -> !COMMISSIONER.rule().admits(person));
        };
    }

    /** What people open there, in the order of the page. */
    List<Section<?>> sections() {
        return switch (this) {
            case COMMISSIONER -> List.of(Section.IDENTITY, Section.ACCOUNT, Section.NOTE);
            case UNITS -> List.of(Section.IDENTITY, Section.ACCOUNT);
        };
    }

    /** Whether its people see who opened what. */
    boolean isOverseeing() {
        return overseeing;
    }

    /** The text of a page as it is said here. */
    public String text(String key) {
        return key + "." + name();
    }
}
