package kz.aryz.quickstart.up;

import kz.aryz.quickstart.Explained;

/** Aryz cannot start, or cannot go on. The message says why and what to do. */
final class UpException extends RuntimeException implements Explained {

    private static final long serialVersionUID = 1;

    UpException(String message) {
        super(message);
    }
}
