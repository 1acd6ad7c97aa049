package kz.aryz.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The environments that classes of tests share, of which one lives at a time: started when the first test asks, closed when
 * a class begins that uses another, or gone with the JVM.
 */
public final class OneAtATime implements BeforeAllCallback, AfterAllCallback {

    private static @Nullable Class<?> inUse;
    private static @Nullable AutoCloseable living;

    /** How an environment starts. */
    @FunctionalInterface
    public interface Start<T> {

        /**
         * A new one.
         *
         * @param folder for its data, keys and logs; empty
         */
        T in(Path folder) throws Exception;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        enter(AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Uses.class)
                .orElseThrow()
                .value());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        leave();
    }

    /**
     * The one that lives, or a new one.
     *
     * @throws IllegalStateException if the class of tests that runs does not say that it uses it
     */
    public static synchronized <T extends AutoCloseable> T get(Class<T> environment, Start<T> start) {
        if (!environment.equals(inUse)) {
            throw new IllegalStateException(
                    "These tests do not say @Uses(%s.class)".formatted(environment.getSimpleName()));
        }
        if (!environment.isInstance(living)) {
            living = started(environment, start);
        }
        return environment.cast(living);
    }

    private static synchronized void enter(Class<?> environment) throws Exception {
        inUse = environment;
        AutoCloseable before = living;
        if (before != null && !environment.isInstance(before)) {
            living = null;
            before.close();
        }
    }

    private static synchronized void leave() {
        inUse = null;
    }

    private static <T> T started(Class<T> environment, Start<T> start) {
        try {
            return start.in(newFolder(environment.getSimpleName()));
        } catch (Exception e) {
            throw new IllegalStateException(environment.getSimpleName() + " does not start", e);
        }
    }

    private static Path newFolder(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target/environments")), name + "-")
                .toAbsolutePath();
    }
}
