package kz.aryz.shredding;

import java.util.List;

/** What came of a wish to destroy sections. */
sealed interface Outcome {

    /**
     * It is done, and on record.
     *
     * @param keyRefs what was destroyed; in a rehearsal, what would be
     * @param later what came after one of the approvals and is still there
     */
    record Destroyed(List<String> keyRefs, List<String> later) implements Outcome {

        public Destroyed {
            keyRefs = List.copyOf(keyRefs);
            later = List.copyOf(later);
        }
    }

    /** Nothing was done. */
    record Refused(List<Refusal> reasons) implements Outcome {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** There is no such complaint. */
    record Unknown() implements Outcome {}

    /** Nothing was done: somebody kept writing about the complaint while it was decided. */
    record Contended() implements Outcome {}

    /** A key that was destroyed is there again: somebody wrote it from an old copy. */
    record BackAgain(List<String> keyRefs) implements Outcome {

        public BackAgain {
            keyRefs = List.copyOf(keyRefs);
        }
    }
}
