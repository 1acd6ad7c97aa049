package kz.aryz.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.aryz.backup.Manifest.Part;
import kz.aryz.backup.Manifest.PartitionLog;

/**
 * A part of a backup as it lies on a disk, whole.
 *
 * @param manifest what it holds
 */
record StoredPart(Path folder, Manifest manifest) {

    /** The file that says what there is. */
    static final String MANIFEST = "manifest.json";

    /**
     * Opens it once every file has been read and is what it was.
     *
     * @throws BackupException naming the files that are damaged, missing or none of it
     */
    static StoredPart open(Path folder, Part part) throws IOException {
        if (!Files.exists(folder.resolve(Checksums.FILE))) {
            throw new BackupException(folder + " is no part of a backup: it has no " + Checksums.FILE + ".");
        }
        List<String> differing = Checksums.read(folder).differing(Checksums.of(folder));
        if (!differing.isEmpty()) {
            throw new BackupException("In " + folder + " is not what was written there: " + String.join(", ", differing)
                    + ". Nothing was restored. Take another copy of the backup.");
        }
        Manifest manifest = Manifest.parse(Files.readString(folder.resolve(MANIFEST)));
        if (manifest.part() != part) {
            throw new BackupException(folder + " is the part " + manifest.part() + " of a backup, not " + part + ".");
        }
        return new StoredPart(folder, manifest);
    }

    /** The records of one of its partitions, to be closed. */
    RecordReader records(PartitionLog log) throws IOException {
        return new RecordReader(folder.resolve(log.file()), log.topicPartition());
    }
}
