package kz.aryz.quickstart.leash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Ends a process in order when its starter is gone, however the starter died. The starter holds the other end of the
 * process's standard input and never writes to it; the end of that stream means that nobody holds it any more.
 *
 * <p>A Java agent, so that programs of others need not know of it.
 */
public final class Leash {

    /** What a process answers that was ended by SIGTERM. */
    private static final int TERMINATED = 143;

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private Leash() {}

    /** Called by the JVM before the program's own {@code main}. */
    public static void premain(String arguments) {
        daemon("leash", () -> exitAtEndOf(System.in)).start();
    }

    private static void exitAtEndOf(InputStream starter) {
        awaitEnd(starter);
        daemon("leash-patience", Leash::haltWhenTooSlow).start();
        System.exit(TERMINATED);
    }

    private static void awaitEnd(InputStream starter) {
        try {
            starter.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken line means the same as its end.
        }
    }

    private static void haltWhenTooSlow() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(TERMINATED);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
