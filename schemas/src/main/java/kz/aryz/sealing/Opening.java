package kz.aryz.sealing;

import org.apache.avro.specific.SpecificRecord;

/** What came of trying to open a sealed section. */
public sealed interface Opening<T extends SpecificRecord> {

    /** It is open. The content is left out of {@link #toString()}. */
    record Opened<T extends SpecificRecord>(T content) implements Opening<T> {
        @Override
        public String toString() {
            return "Opened[content=redacted]";
        }
    }

    /** It stays closed. */
    record Refused<T extends SpecificRecord>(Code code) implements Opening<T> {}

    /** Why a section stays closed; the names stand in records and never change. */
    enum Code {
        /** The data key is not there: not yet, or shredded. It may come later. */
        NO_KEY,
        /** The section was not sealed for this reader. */
        NOT_A_RECIPIENT,
        /** The data key was wrapped for another private key than this reader holds. */
        WRONG_KEY,
        /** Ciphertext, wrapped key or their place are not what was sealed. */
        DAMAGED,
        /** The record inside was written with a schema that this version does not know. */
        UNKNOWN_SCHEMA
    }
}
