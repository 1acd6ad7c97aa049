package kz.aryz.runtime;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one part of a service ends. */
record Closing(String name, Duration limit, AutoCloseable part) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    @Override
    public void run() {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("{} did not close cleanly", name, e);
        }
    }
}
