package kz.aryz.runtime.signin;

/** The identity provider does not answer, or not as one does. */
final class ProviderAwayException extends Exception {
    private static final long serialVersionUID = 1L;

    ProviderAwayException(Throwable cause) {
        super("the identity provider does not answer", cause);
    }
}
