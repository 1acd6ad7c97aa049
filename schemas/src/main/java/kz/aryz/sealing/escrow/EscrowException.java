package kz.aryz.sealing.escrow;

/** Shares cannot be made, read or put together. The message says why and what to do, and never what is in them. */
public final class EscrowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EscrowException(String message) {
        super(message);
    }
}
