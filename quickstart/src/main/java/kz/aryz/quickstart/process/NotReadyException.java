package kz.aryz.quickstart.process;

import kz.aryz.quickstart.Explained;

/** A server did not come to answer. The message says where to look. */
public final class NotReadyException extends RuntimeException implements Explained {

    private static final long serialVersionUID = 1;

    NotReadyException(String message) {
        super(message);
    }
}
