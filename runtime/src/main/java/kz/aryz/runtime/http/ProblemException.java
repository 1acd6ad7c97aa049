package kz.aryz.runtime.http;

import java.time.Duration;
import java.util.Map;

/** Ends a request with a problem. Carries nothing of the request. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Map<String, String> headers;

    private ProblemException(ProblemType type, Map<String, String> headers) {
        super(type.code(), null, false, false);
        this.type = type;
        this.headers = Map.copyOf(headers);
    }

    public static ProblemException of(ProblemType type) {
        return new ProblemException(type, Map.of());
    }

    /** With headers of its own. */
    public static ProblemException with(ProblemType type, Map<String, String> headers) {
        return new ProblemException(type, headers);
    }

    /** With the header {@code Retry-After}, in whole seconds, at least one. */
    public static ProblemException retryAfter(ProblemType type, Duration pause) {
        return new ProblemException(type, Map.of("Retry-After", Long.toString(Math.max(1, pause.toSeconds()))));
    }

    public ProblemType type() {
        return type;
    }

    Map<String, String> headers() {
        return headers;
    }
}
