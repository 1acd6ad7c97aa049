package kz.aryz.runtime;

/** A part of a service reported that it cannot go on. */
final class FatalFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FatalFailure(String part, Throwable cause) {
        super(part + " cannot go on", cause);
    }
}
