package kz.aryz.runtime.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the same warning of a Kafka client through once in ten seconds: while a broker is away, each client says so at
 * every attempt. The client's name is part of the message, so that none hides another.
 */
public final class RepeatedWarnings extends Filter<ILoggingEvent> {
    private static final String CLIENTS = "org.apache.kafka.";
    private static final long PAUSE_MILLIS = Duration.ofSeconds(10).toMillis();
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, Long> written = new ConcurrentHashMap<>();

    @Override
    public FilterReply decide(ILoggingEvent event) {
        if (event.getLevel() != Level.WARN || !event.getLoggerName().startsWith(CLIENTS)) {
            return FilterReply.NEUTRAL;
        }
        forgetWhenFull();
        long now = event.getTimeStamp();
        long last = written.merge(
                event.getMessage(), now, (before, later) -> later - before < PAUSE_MILLIS ? before : later);
        return last == now ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private void forgetWhenFull() {
        if (written.size() >= MOST_REMEMBERED) {
            written.clear();
        }
    }
}
