package kz.aryz.sealing;

/** What came of opening a section. */
public sealed interface Opening<T> {

    /**
     * The section is open.
     *
     * @param content what it holds; never logged, never written anywhere in clear
     */
    record Opened<T>(T content) implements Opening<T> {
        @Override
        public String toString() {
            return "Opened[redacted]";
        }
    }

    /**
     * The section stays shut.
     *
     * @param code why
     */
    record Refused<T>(Code code) implements Opening<T> {}

    /** Why a section stays shut. */
    enum Code {
        /** The wrapped key is not there: not yet, or shredded. */
        NO_KEY,
        /** The data key was never wrapped for this recipient. */
        NOT_A_RECIPIENT,
        /** The wrapped key does not open with this recipient's keyset, or belongs to another section. */
        WRONG_KEY,
        /** The ciphertext was changed, or belongs to another complaint or section. */
        DAMAGED,
        /** It was written with a schema that this version does not know. */
        UNKNOWN_SCHEMA
    }
}
