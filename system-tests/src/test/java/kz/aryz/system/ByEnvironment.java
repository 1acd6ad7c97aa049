package kz.aryz.system;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Classes of tests in random order, but those that use the same environment one after another. Those that share none come
 * first, while none lives. Takes the seed of {@link ClassOrderer.Random}.
 */
public final class ByEnvironment implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        new Random().orderClasses(context);
        List<Optional<Class<?>>> environments = Stream.concat(
                        Stream.of(Optional.<Class<?>>empty()),
                        context.getClassDescriptors().stream().map(ByEnvironment::environment))
                .distinct()
                .toList();
        context.getClassDescriptors().sort(Comparator.comparingInt(tests -> environments.indexOf(environment(tests))));
    }

    private static Optional<Class<?>> environment(ClassDescriptor tests) {
        return tests.findAnnotation(Uses.class).map(Uses::value);
    }
}
