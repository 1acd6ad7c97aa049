package kz.aryz.sealing.rotation;

/**
 * How many rows of {@code complaints.keys} were found how, each key counted once.
 *
 * @param renewed rows that are wrapped anew; in a rehearsal, those that would be
 * @param current rows that had nothing to do
 * @param ofOthers rows that are not wrapped for the recipient
 * @param unreadable rows that no private key here opens, left as they are
 * @param contended rows that somebody else kept writing to, left as they are: the next run takes them up
 */
public record Tally(int renewed, int current, int ofOthers, int unreadable, int contended) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

    /** Whether every row that is wrapped for the recipient is now wrapped for the present key. */
    public boolean isComplete() {
        return unreadable == 0 && contended == 0;
    }

    Tally plus(Tally other) {
        return new Tally(
                renewed + other.renewed,
                current + other.current,
                ofOthers + other.ofOthers,
                unreadable + other.unreadable,
                contended + other.contended);
    }
}
