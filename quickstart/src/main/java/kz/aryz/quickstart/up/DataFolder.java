package kz.aryz.quickstart.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that holds everything one Aryz keeps, in use by one process at a time. */
final class DataFolder implements AutoCloseable {

    private static final long NEEDED_BYTES = 1L << 30;

    private final Path root;
    private final FileChannel lockFile;
    private final boolean leftBehind;

    private DataFolder(Path root, FileChannel lockFile, boolean leftBehind) {
        this.root = root;
        this.lockFile = lockFile;
        this.leftBehind = leftBehind;
    }

    /**
     * Takes the folder, making it if it is not there.
     *
     * @throws UpException if another process has it or the disk is full
     */
    static DataFolder take(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root.resolve("logs"));
            requireSpace(root);
            return lock(root);
        } catch (IOException e) {
            throw new UpException("The folder " + root + " cannot be used: " + e.getMessage()
                    + ". Check its owner, or choose another with --data DIR.");
        }
    }

    private static void requireSpace(Path root) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new UpException(
                    "There are only " + (free >> 20) + " MiB free where " + root + " lies, and Aryz needs "
                            + (NEEDED_BYTES >> 20) + " MiB. Free some space, or choose another disk with --data DIR.");
        }
    }

    private static DataFolder lock(Path root) throws IOException {
        FileChannel file = FileChannel.open(
                root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock(Long.MAX_VALUE - 1, 1, false);
        String holder = holder(file);
        if (lock == null) {
            file.close();
            throw new UpException("Process " + holder + " runs an Aryz on " + root
                    + ". Stop it with Ctrl-C where it runs, or start another with --data DIR --port-offset 1000.");
        }
        file.truncate(0);
        file.write(ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)), 0);
        return new DataFolder(root, file, !holder.isEmpty());
    }

    private static String holder(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(32);
        file.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
    }

    /** Whether the last process that had the folder did not give it back. */
    boolean leftBehind() {
        return leftBehind;
    }

    Path root() {
        return root;
    }

    /** Gives the folder back; a second time does nothing. */
    @Override
    public synchronized void close() {
        try {
            if (lockFile.isOpen()) {
                lockFile.truncate(0);
                lockFile.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give back " + root, e);
        }
    }
}
