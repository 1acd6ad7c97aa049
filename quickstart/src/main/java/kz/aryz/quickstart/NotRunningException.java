package kz.aryz.quickstart;

/** A command wants a running Aryz, and there is none. */
final class NotRunningException extends RuntimeException implements Explained {

    private static final long serialVersionUID = 1;

    NotRunningException(String broker) {
        super("No Aryz runs here: no broker answers at " + broker + ". Start it with: ./aryz up");
    }
}
