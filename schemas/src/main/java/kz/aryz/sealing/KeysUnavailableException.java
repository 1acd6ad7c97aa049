package kz.aryz.sealing;

import org.apache.kafka.common.errors.RetriableException;

/**
 * Whether something can be opened cannot be told, because the private keyset that it may be wrapped for cannot be read
 * at the moment. The same opening succeeds once it can.
 */
public final class KeysUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(Throwable cause) {
        super("The private keyset could not be read anew: " + cause.getMessage(), cause);
    }
}
