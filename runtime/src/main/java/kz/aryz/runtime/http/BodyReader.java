package kz.aryz.runtime.http;

import io.javalin.config.Key;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the bodies of a server's requests, each once, within a common budget and with patience that ends. Thread-safe. */
final class BodyReader {
    /** Where a server keeps its own. */
    static final Key<BodyReader> KEY = new Key<>("aryz.body-reader");

    private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);
    private static final String READ = "aryz.body";
    private static final int BUFFER_BYTES = 8 * 1024;

    /** How long the rest of a body is read that nobody wants. */
    private static final Duration REST_WITHIN = Duration.ofSeconds(30);

    private final BodyBudget budget;
    private final Patience patience;

    BodyReader(BodyBudget budget, Patience patience) {
        this.budget = budget;
        this.patience = patience;
    }

    /**
     * The whole body; its room is free again when its request has been answered.
     *
     * @param maxBytes this many are accepted, one more is not
     */
    byte[] read(Context ctx, int maxBytes) {
        byte @Nullable [] before = ctx.attribute(READ);
        if (before == null) {
            requireAtMost(maxBytes, ctx.req().getContentLengthLong());
            before = arriving(ctx, maxBytes);
            ctx.attribute(READ, before);
        }
        requireAtMost(maxBytes, before.length);
        return before;
    }

    private byte[] arriving(Context ctx, int maxBytes) {
        BodyBudget.Share share = budget.open();
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(ctx.req()), failure -> share.close());
        try {
            return whole(ctx.req().getInputStream(), share, maxBytes);
        } catch (ProblemException e) {
            share.close();
            throw e;
        } catch (IOException e) {
            share.close();
            throw new UncheckedIOException(e);
        }
    }

    private byte[] whole(InputStream sent, BodyBudget.Share share, int maxBytes) throws IOException {
        long began = System.nanoTime();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        for (int read = sent.read(buffer); read >= 0; read = sent.read(buffer)) {
            bytes += read;
            requireAtMost(maxBytes, bytes);
            share.add(buffer, read);
            requireHaste(bytes, began);
        }
        return share.whole();
    }

    private static void requireAtMost(int maxBytes, long bytes) {
        if (bytes > maxBytes) {
            throw ProblemException.of(ProblemType.TOO_LARGE);
        }
    }

    private void requireHaste(long bytes, long began) {
        if (patience.isOver(bytes, Duration.ofNanos(System.nanoTime() - began))) {
            throw ProblemException.with(ProblemType.TOO_SLOW, Map.of("Connection", "close"));
        }
    }

    /**
     * Reads to its end a body that was answered before that, as one that is too large, and keeps nothing of it. Closing the
     * connection in the middle of it would reset it, and its sender would meet a failure of the network in place of the answer
     * (RFC 9112 §9.6). Whoever was too slow is not waited for again.
     */
    void readRest(Context ctx) {
        if (ctx.statusCode() == ProblemType.TOO_SLOW.status()) {
            return;
        }
        try {
            InputStream body = ctx.req().getInputStream();
            if (body.read() < 0) {
                return;
            }
            long began = System.nanoTime();
            byte[] unwanted = new byte[BUFFER_BYTES];
            while (body.read(unwanted) >= 0) {
                if (System.nanoTime() - began > REST_WITHIN.toNanos()) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.debug("The client has gone", e);
        }
    }
}
