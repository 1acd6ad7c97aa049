package kz.aryz.id;

/** Ids of complaints. */
public final class ComplaintId {

    private ComplaintId() {}

    /**
     * The id that a request leads to, on any instance and for ever: a UUIDv8 (RFC 9562) from a keyed hash.
     *
     * @param channel code of the channel
     * @param client who sends, where that is known; empty for the public
     * @param idempotencyKey the sender's key for this complaint
     */
    public static String of(PermanentSecret secret, String channel, String client, String idempotencyKey) {
        return HashUuid.of(secret.mac("complaint-id", channel, client, idempotencyKey));
    }
}
