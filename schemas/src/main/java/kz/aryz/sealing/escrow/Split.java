package kz.aryz.sealing.escrow;

/**
 * One sharing out of one keyset; what all its shares have in common. Shares of different splits never go together.
 *
 * @param id drawn anew for each split
 * @param keyset name of what is shared
 * @param publicKey fingerprint of the public key that goes with it
 * @param shares how many there are
 * @param threshold how many of them restore the keyset
 * @param length of the keyset in bytes
 */
public record Split(String id, String keyset, String publicKey, int shares, int threshold, int length) {

    /** One share alone would be the keyset itself; more than 64 holders nobody gathers. */
    public static final int LEAST_THRESHOLD = 2;

    public static final int MOST_SHARES = 64;

    public Split {
        if (threshold < LEAST_THRESHOLD || threshold > shares || shares > MOST_SHARES) {
            throw new EscrowException("There must be at most " + MOST_SHARES + " shares, and at least "
                    + LEAST_THRESHOLD + " and at most all of them must be needed to restore a keyset.");
        }
        if (length < 1) {
            throw new EscrowException("There is nothing to share out.");
        }
    }
}
