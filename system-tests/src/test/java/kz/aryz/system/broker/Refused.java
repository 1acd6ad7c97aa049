package kz.aryz.system.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import kz.aryz.quickstart.process.LocalServer;

/** What a locked broker refused. */
public final class Refused {

    private Refused() {}

    /** Lines of its log, in which it writes down every refusal. */
    public static List<String> by(LocalServer kafka) throws IOException {
        return Files.readAllLines(kafka.log()).stream()
                .filter(line -> line.contains("is Denied"))
                .toList();
    }
}
