package kz.aryz.id;

/** A file of secrets cannot be used. The message says which file and what to do, and never what it holds. */
public final class SecretFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what to do about it. */
    public SecretFileException(String message) {
        super(message);
    }

    /** With what to do about it, and a cause that carries nothing of the file's content. */
    public SecretFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
