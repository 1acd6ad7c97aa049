package kz.aryz.system.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.SaveImagesCmd;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The images that compose builds. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class ImagesIT {

    private static final File ROOT = new File("..");
    private static final String NAME = "aryz-images-it";
    private static final List<String> MODULES = List.of("quickstart", "intake-service", "triage-streams", "notifier");

    /** Keys that libraries bring, the same in every copy, to try themselves and the JVM with. */
    private static final String OF_LIBRARIES =
            ".*/(netty-handler-[0-9.]+Final\\.jar/io/netty/.*|libgnutls\\.so\\.[0-9.]+)";

    private final DockerClient docker = DockerClientFactory.lazyClient();

    @BeforeEach
    void build() {
        for (String module : MODULES) {
            docker.buildImageCmd()
                    .withBaseDirectory(ROOT)
                    .withDockerfile(new File(ROOT, "runtime/Dockerfile"))
                    .withBuildArg("MODULE", module)
                    .withTags(Set.of(NAME + ":" + module))
                    .start()
                    .awaitImageId();
        }
    }

    @AfterEach
    void remove() {
        MODULES.forEach(module -> docker.removeImageCmd(NAME + ":" + module).exec());
    }

    @Test
    void holdNoSecretAndNameNone() throws IOException {
        SaveImagesCmd save = docker.saveImagesCmd();
        MODULES.forEach(module -> save.withImage(NAME, module));

        SavedImages images;
        try (InputStream saved = save.exec()) {
            images = SavedImages.read(saved);
        }

        assertThat(images.files())
                .filteredOn(file -> file.endsWith("/aryz/service.jar/META-INF/MANIFEST.MF"))
                .hasSameSizeAs(MODULES);
        assertThat(images.withASecret())
                .filteredOn(file -> !file.matches(OF_LIBRARIES))
                .isEmpty();
        assertThat(images.histories())
                .hasSameSizeAs(MODULES)
                .allSatisfy(history ->
                        assertThat(history).contains("MODULE=").doesNotContainPattern("(?i)secret|password"));
    }
}
