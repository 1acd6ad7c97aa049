package kz.aryz.intake.receipt;

import kz.aryz.schema.Claimed;

/**
 * The claim that decides about a complaint: the one with the lowest offset on its partition.
 *
 * @param offset where it stands
 * @param claimed what it says
 */
public record FirstClaim(long offset, Claimed claimed) {

    /** Only where it stands. */
    @Override
    public String toString() {
        return "FirstClaim[" + offset + "]";
    }
}
