package kz.aryz.sealing.escrow;

/**
 * What one holder has.
 *
 * @param split of which it is a share
 * @param number from 1 to {@code split.shares()}
 * @param part in Crockford's base 32; as long as the keyset
 */
public record Share(Split split, int number, String part) {

    public Share {
        if (number < 1 || number > split.shares()) {
            throw new EscrowException("There is no share " + number + " of " + split.shares() + ".");
        }
    }

    /** The part is left out. */
    @Override
    public String toString() {
        return "Share[" + number + " of " + split + "]";
    }
}
