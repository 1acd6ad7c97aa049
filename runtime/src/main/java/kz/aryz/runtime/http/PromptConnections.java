package kz.aryz.runtime.http;

import java.time.Duration;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Connections that are closed when the line and the headers of a request take too long. Jetty itself limits silence alone: a
 * byte now and then would keep a connection for ever.
 */
final class PromptConnections extends HttpConnectionFactory {
    private final Duration within;

    /** {@code within}: from when a connection is free for a request. */
    PromptConnections(HttpConfiguration http, Duration within) {
        super(http);
        this.within = within;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new PromptConnection(connector, endPoint), connector, endPoint);
    }

    /** Is told of bytes between requests and in their headers; those of bodies go to whoever reads them. */
    private final class PromptConnection extends HttpConnection {
        private long requests;
        private long free = System.nanoTime();

        private PromptConnection(Connector connector, EndPoint endPoint) {
            super(PromptConnections.this.getHttpConfiguration(), connector, endPoint);
        }

        @Override
        public void onFillable() {
            if (requests != getMessagesIn()) {
                requests = getMessagesIn();
                free = System.nanoTime();
            } else if (System.nanoTime() - free > within.toNanos()) {
                close();
                return;
            }
            super.onFillable();
        }
    }
}
