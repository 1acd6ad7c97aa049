package kz.aryz.runtime.streams;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of what an earlier version had on disk and this one has not: nobody else takes them away. */
public final class FormerState {

    private FormerState() {}

    /** Takes away what an application had that does not run any more: the directory that was its own. */
    public static void removeApplication(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            Files.walkFileTree(directory, new Removal());
        }
    }

    /**
     * Takes away a store, of every task. Called before Kafka Streams opens the directory.
     *
     * @param application directory of the application, which Kafka Streams makes within its state directory
     */
    public static void removeStore(Path application, String store) throws IOException {
        if (Files.isDirectory(application)) {
            for (Path former : directories(application, store)) {
                Files.walkFileTree(former, new Removal());
            }
        }
    }

    private static List<Path> directories(Path application, String store) throws IOException {
        try (Stream<Path> tasks = Files.list(application)) {
            return tasks.map(task -> task.resolve("rocksdb").resolve(store))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
