package kz.aryz.triage.classification;

import java.util.List;
import java.util.Set;
import kz.aryz.schema.AllegationClass;

/** What a complaint alleges. */
public sealed interface Allegation {

    /** The class to handle it in; UNKNOWN is handled as A. */
    AllegationClass allegationClass();

    /** The type that sets the class, a code of the taxonomy; UNKNOWN where none could be told. */
    String primaryType();

    /** All types, declared and found, most severe first. */
    List<String> types();

    /** What the text and the coded fields point to. */
    Set<Sign> signs();

    /** Ids of the rules that led here, in order. */
    List<String> rules();

    /** Whether it is handled on the torture track. */
    default boolean handledAsA() {
        return switch (this) {
            case Classified classified -> classified.allegationClass() == AllegationClass.A;
            case Unclassifiable unclassifiable -> true;
        };
    }

    /** The class follows from the taxonomy. */
    record Classified(
            AllegationClass allegationClass,
            String primaryType,
            List<String> types,
            Set<Sign> signs,
            List<String> rules)
            implements Allegation {

        public Classified {
            types = List.copyOf(types);
            signs = Set.copyOf(signs);
            rules = List.copyOf(rules);
        }
    }

    /** Nothing found, and nothing declared or something that nobody can read: a person must look. */
    record Unclassifiable(List<String> types, List<String> rules) implements Allegation {

        public Unclassifiable {
            types = List.copyOf(types);
            rules = List.copyOf(rules);
        }

        @Override
        public AllegationClass allegationClass() {
            return AllegationClass.UNKNOWN;
        }

        @Override
        public String primaryType() {
            return "UNKNOWN";
        }

        @Override
        public Set<Sign> signs() {
            return Set.of();
        }
    }
}
