package kz.aryz.sealing.rotation;

import java.util.Optional;
import kz.aryz.schema.WrappedKey;

/** What is to become of a row of {@code complaints.keys} when a recipient's key pair changes. Free of Kafka and of time. */
public interface Renewal {

    /** How a row stands. */
    enum Standing {
        /** It is wrapped for the present key: nothing to do. */
        CURRENT,
        /** It is wrapped for an older key of the recipient. */
        OUTDATED,
        /** The recipient is none of those it is wrapped for. */
        OF_OTHERS,
        /** It is wrapped for a key that is not here, or it is not what its record key says. */
        UNREADABLE
    }

    /** Whether rows of that key are looked at; others are of others, whatever stands in them. */
    default boolean concerns(String recordKey) {
        return true;
    }

    /**
     * How a row stands.
     *
     * @param recordKey the key under which it stands
     */
    Standing standing(String recordKey, WrappedKey row);

    /**
     * The row with its data key wrapped for the present key as well as before for everybody else.
     *
     * @return empty where the data key cannot be unwrapped, because somebody tampered with it
     */
    Optional<WrappedKey> renew(WrappedKey outdated);
}
