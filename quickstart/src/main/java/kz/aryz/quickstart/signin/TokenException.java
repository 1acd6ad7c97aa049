package kz.aryz.quickstart.signin;

import kz.aryz.quickstart.Explained;

/** There is no token to be had. The message says why and what to do. */
final class TokenException extends RuntimeException implements Explained {

    private static final long serialVersionUID = 1;

    TokenException(String message) {
        super(message);
    }
}
