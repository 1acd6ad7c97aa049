package kz.aryz.dossier;

/** What became of the search for a dossier. */
public sealed interface Lookup {

    /** Here it is. */
    record Found(Dossier dossier) implements Lookup {}

    /** Whoever would hold it has answered, and does not. */
    record Unknown() implements Lookup {}

    /** Whoever would hold it did not answer. */
    record Unanswered() implements Lookup {}
}
