package kz.aryz.runtime.http;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import kz.aryz.runtime.config.ServiceConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How a server meets the network: address, threads, limits of headers and patience. */
record Connection(String bind, int port, Map<String, String> headers, Patience patience) {
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final Duration IDLE_AT_SHUTDOWN = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(4);

    /** {@code headers}: of every answer. */
    static Connection of(ServiceConfig config, Map<String, String> headers, Patience patience) {
        return new Connection(config.bind(), config.port(), headers, patience);
    }

    void configure(JavalinConfig config) {
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(this::serverEnds);
        config.jetty.modifyHttpConfiguration(Connection::limits);
        config.jetty.addConnector(this::connector);
    }

    /** Platform threads select, virtual threads handle. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(32, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("http-request-", 0).factory()));
        return threads;
    }

    private void serverEnds(Server server) {
        server.insertHandler(new GracefulHandler());
        server.setStopTimeout(GRACE.toMillis());
        server.setErrorHandler(new JettyProblems(headers));
    }

    private static void limits(HttpConfiguration http) {
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendServerVersion(false);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new PromptConnections(http, patience.headers()));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(patience.silence().toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_SHUTDOWN.toMillis());
        return connector;
    }
}
