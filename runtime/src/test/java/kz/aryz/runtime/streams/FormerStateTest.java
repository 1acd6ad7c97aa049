package kz.aryz.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormerStateTest {

    @TempDir
    private Path application;

    @Test
    void theFilesOfAStoreGoAndThoseOfOthersStay() throws IOException {
        Path gone = file("0_9/rocksdb/wrapped-keys/000011.sst");
        Path goneToo = file("0_10/rocksdb/wrapped-keys/deep/000001.sst");
        Path other = file("0_9/rocksdb/complaints/000011.sst");
        Path checkpoint = file("0_9/.checkpoint");
        Path process = file("kafka-streams-process-metadata");

        FormerState.removeStore(application, "wrapped-keys");

        assertThat(gone.getParent()).doesNotExist();
        assertThat(goneToo).doesNotExist();
        assertThat(other).exists();
        assertThat(checkpoint).exists();
        assertThat(process).exists();
    }

    @Test
    void beforeTheFirstStartThereIsNothingToRemove() throws IOException {
        FormerState.removeStore(application.resolve("none"), "wrapped-keys");

        assertThat(application).isEmptyDirectory();
    }

    @Test
    void allFilesOfAnApplicationGoAndThoseBesideItStay() throws IOException {
        Path former = application.resolve("former");
        file("former/former/0_9/rocksdb/store/000011.sst");
        file("former/joined-as");
        Path other = file("formerly/0_9/rocksdb/store/000011.sst");

        FormerState.removeApplication(former);
        FormerState.removeApplication(former);

        assertThat(former).doesNotExist();
        assertThat(other).exists();
    }

    private Path file(String name) throws IOException {
        Path file = application.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "a wrapped key");
    }
}
