package kz.aryz.quickstart.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks an address whether the server behind it is well. */
record HttpProbe(URI address) {

    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(2).toMillis();

    /** Whether the address answers 200. */
    boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
