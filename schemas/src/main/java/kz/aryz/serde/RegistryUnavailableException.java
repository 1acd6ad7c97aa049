package kz.aryz.serde;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * The schema registry gave no answer that settles the matter, and nothing on disk does. The same record succeeds
 * later; a {@link org.apache.kafka.common.errors.SerializationException} in its place would never.
 */
public final class RegistryUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
