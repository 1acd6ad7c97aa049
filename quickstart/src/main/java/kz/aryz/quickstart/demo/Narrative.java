package kz.aryz.quickstart.demo;

/**
 * A story that many people told alike.
 *
 * @param language kk, ru or en
 * @param kind what it is about
 * @param text the words
 */
record Narrative(String language, Kind kind, String text) {

    /** What a story is about, and the taxonomy's code that a clerk would declare for it. */
    enum Kind {
        BEATING("TORTURE"),
        ELECTRIC("TORTURE"),
        BURN("TORTURE"),
        DEATH("DEATH_IN_CUSTODY"),
        SEXUAL("SEXUAL_VIOLENCE"),
        THREAT("REPRISAL"),
        CONFESSION("COERCED_TESTIMONY"),
        ABUSE("EXTORTION"),
        COUNSEL("DENIAL_OF_COUNSEL"),
        CONDITIONS("DETENTION_CONDITIONS"),
        PROPERTY("PROPERTY"),
        MISSING("ENFORCED_DISAPPEARANCE");

        private final String allegationType;

        Kind(String allegationType) {
            this.allegationType = allegationType;
        }

        String allegationType() {
            return allegationType;
        }
    }
}
