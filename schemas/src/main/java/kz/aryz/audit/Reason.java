package kz.aryz.audit;

import java.util.Optional;

/**
 * Why somebody reads a section. What they say about it may be confidential itself, and is left out of
 * {@link #toString()}.
 *
 * @param note in their own words; empty where they said nothing
 */
public record Reason(Purpose purpose, Optional<String> note) {

    public Reason {
        note = note.filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return "Reason[" + purpose + "]";
    }
}
