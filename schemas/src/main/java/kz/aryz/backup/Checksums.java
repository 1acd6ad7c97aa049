package kz.aryz.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.id.Sha256;

/**
 * SHA-256 of every file of a folder, as {@code sha256sum} writes and checks them.
 *
 * @param byName in hexadecimal digits, by the name of the file
 */
record Checksums(Map<String, String> byName) {

    /** The file that they stand in. */
    static final String FILE = "SHA256SUMS";

    private static final String BETWEEN = "  ";

    Checksums {
        byName = Map.copyOf(byName);
    }

    /** Of the files that lie in the folder now, but for that of the checksums. */
    static Checksums of(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.equals(FILE)) {
                    sums.put(name, sum(file));
                }
            }
        }
        return new Checksums(sums);
    }

    static Checksums read(Path folder) throws IOException {
        return new Checksums(Files.readAllLines(folder.resolve(FILE)).stream()
                .map(line -> line.split(BETWEEN, 2))
                .filter(fields -> fields.length == 2)
                .collect(Collectors.toMap(fields -> fields[1], fields -> fields[0], (one, other) -> other)));
    }

    /** Lines of the file. */
    String text() {
        return new TreeMap<>(byName)
                .entrySet().stream()
                        .map(sum -> sum.getValue() + BETWEEN + sum.getKey() + '\n')
                        .collect(Collectors.joining());
    }

    /** Names of files that are not the same in both, or in one of them alone; sorted. */
    List<String> differing(Checksums other) {
        return Stream.concat(byName.keySet().stream(), other.byName.keySet().stream())
                .distinct()
                .filter(name -> !byName.getOrDefault(name, "").equals(other.byName.getOrDefault(name, "")))
                .sorted()
                .toList();
    }

    private static String sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, Sha256.begin())) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        }
    }
}
