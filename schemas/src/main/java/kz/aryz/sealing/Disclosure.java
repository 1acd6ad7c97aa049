package kz.aryz.sealing;

import java.util.Set;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;

/**
 * Who gets to know what of a complaint: the table of consent. Pure.
 *
 * <table>
 * <caption>Readers by consent to transmit to the prosecution</caption>
 * <tr><th>consent</th><th>case</th><th>identity</th><th>account</th><th>bare facts</th></tr>
 * <tr><td>GIVEN</td><td>any</td><td>unit, Commissioner</td><td>machine, unit, Commissioner</td>
 *     <td>machine, unit, Commissioner</td></tr>
 * <tr><td>any other</td><td>P0, or a child is concerned</td><td>Commissioner</td><td>machine, Commissioner</td>
 *     <td>machine, unit, Commissioner</td></tr>
 * <tr><td>any other</td><td>any other</td><td>Commissioner</td><td>machine, Commissioner</td>
 *     <td>machine, Commissioner</td></tr>
 * </table>
 *
 * <p>A refusal is honoured in every case: danger to life sends the bare facts to a unit, and neither names nor the story,
 * in which names may stand. Silence and an answer that nobody understands are no consent. Neither the class of an
 * allegation nor who speaks for the person changes anything, so neither is asked for. Sources: Optional Protocol to the
 * Convention against Torture, article 21; Istanbul Protocol (2022), paragraphs 178 to 180.
 *
 * @param identity who may open the identity
 * @param account who may open the account
 * @param facts who learns that there is a complaint, and what stands in clear about it
 */
public record Disclosure(Set<Reader> identity, Set<Reader> account, Set<Reader> facts) {

    /** Who may learn something. */
    public enum Reader {
        /** The program that classifies and routes; nobody looks over its shoulder. */
        MACHINE,
        /** The unit that a complaint is handed to. */
        UNIT,
        /** The Commissioner for Human Rights. */
        COMMISSIONER
    }

    private static final Set<Reader> EVERYBODY = Set.of(Reader.MACHINE, Reader.UNIT, Reader.COMMISSIONER);
    private static final Set<Reader> NO_UNIT = Set.of(Reader.MACHINE, Reader.COMMISSIONER);

    public Disclosure {
        identity = Set.copyOf(identity);
        account = Set.copyOf(account);
        facts = Set.copyOf(facts);
    }

    /**
     * Looks it up.
     *
     * @param transmitToProsecutor what was said when asked for consent
     * @param priority how urgent the complaint is
     * @param child whether a child is concerned
     */
    public static Disclosure of(ConsentValue transmitToProsecutor, Priority priority, boolean child) {
        boolean urgent = priority == Priority.P0 || child;
        return switch (transmitToProsecutor) {
            case GIVEN -> new Disclosure(identity(transmitToProsecutor), EVERYBODY, EVERYBODY);
            case REFUSED, NOT_ASKED, UNABLE, UNKNOWN ->
                new Disclosure(identity(transmitToProsecutor), NO_UNIT, urgent ? EVERYBODY : NO_UNIT);
        };
    }

    /** Who may read what once the Commissioner's office let the unit that has the complaint read it all. */
    public Disclosure released() {
        return new Disclosure(identity(ConsentValue.GIVEN), EVERYBODY, EVERYBODY);
    }

    /** Who may open the identity: consent alone decides, so that it is known when the identity is sealed. */
    static Set<Reader> identity(ConsentValue transmitToProsecutor) {
        return switch (transmitToProsecutor) {
            case GIVEN -> Set.of(Reader.UNIT, Reader.COMMISSIONER);
            case REFUSED, NOT_ASKED, UNABLE, UNKNOWN -> Set.of(Reader.COMMISSIONER);
        };
    }
}
