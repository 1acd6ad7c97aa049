package kz.aryz.runtime.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an exception as the classes of its causes with their frames. A message is written only where its text is known
 * to hold no content: parsers, decoders and serializers quote what they could not read.
 */
public final class ContentFreeThrowable extends ThrowableHandlingConverter {
    private static final int FRAMES_PER_CAUSE = 30;

    /** Messages of these say what was configured or connected to, not what a record or a request held. */
    private static final List<String> TRUSTED = List.of(
            "kz.aryz.",
            "java.io.",
            "java.net.",
            "java.nio.file.",
            "java.util.concurrent.TimeoutException",
            "io.javalin.util.JavalinBindException",
            "org.apache.kafka.common.KafkaException",
            "org.apache.kafka.common.config.ConfigException",
            "org.apache.kafka.common.errors.");

    private static final String QUOTING = "org.apache.kafka.common.errors.SerializationException";

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        Set<IThrowableProxy> seen = new HashSet<>();
        @Nullable IThrowableProxy cause = event.getThrowableProxy();
        while (cause != null && seen.add(cause)) {
            text.append(seen.size() == 1 ? "" : "Caused by: ");
            append(cause, text);
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static void append(IThrowableProxy cause, StringBuilder text) {
        text.append(cause.getClassName());
        if (cause.getMessage() != null && free(cause.getClassName())) {
            text.append(": ").append(cause.getMessage());
        }
        text.append('\n');
        StackTraceElementProxy[] frames = cause.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(frames.length, FRAMES_PER_CAUSE); i++) {
            text.append("  ").append(frames[i].getSTEAsString()).append('\n');
        }
    }

    private static boolean free(String className) {
        return TRUSTED.stream().anyMatch(className::startsWith) && !className.equals(QUOTING);
    }
}
