package kz.aryz.system.shipped;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;

/**
 * What {@code docker save} hands out of images: their layers with every file that ever was in one, archives in them included,
 * and how they were made.
 *
 * @param files where their files lie
 * @param withASecret those that hold a secret
 * @param histories JSON of the environment and the history of each
 */
record SavedImages(List<String> files, List<String> withASecret, List<String> histories) {

    static SavedImages read(InputStream saved) throws IOException {
        SavedImages images = new SavedImages(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        images.read("", saved);
        return images;
    }

    private void read(String place, InputStream in) throws IOException {
        InputStream content = unzipped(new BufferedInputStream(in));
        try {
            ArchiveInputStream<?> archive = new ArchiveStreamFactory().createArchiveInputStream(content);
            for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isDirectory()) {
                    read(place + "/" + entry.getName(), archive);
                }
            }
        } catch (ArchiveException noArchive) {
            look(place, content.readAllBytes());
        }
    }

    /** Some engines hand out layers as they are, others compressed. */
    private static InputStream unzipped(InputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() | in.read() << Byte.SIZE;
        in.reset();
        return magic == GZIPInputStream.GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    private void look(String place, byte[] content) {
        files.add(place);
        if (Secrets.areIn(place, content)) {
            withASecret.add(place);
        }
        String text = new String(content, ISO_8859_1);
        if (text.startsWith("{") && text.contains("\"history\":")) {
            histories.add(text);
        }
    }
}
