package kz.aryz.quickstart.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program to run in a process of its own.
 *
 * @param name short name, also of its log file
 * @param heapMegabytes limit of its heap
 * @param options further options of the JVM
 * @param target what to run: {@code -jar FILE} or {@code -cp PATH MAIN}, with its arguments
 * @param environment variables set beside those that this process has
 * @param directory where to run it
 */
record JavaProgram(
        String name,
        int heapMegabytes,
        List<String> options,
        List<String> target,
        Map<String, String> environment,
        Path directory) {

    JavaProgram {
        options = List.copyOf(options);
        target = List.copyOf(target);
        environment = Map.copyOf(environment);
    }

    /** The command line. Small heaps, one collector thread and the quick compiler keep eight JVMs on one machine cheap. */
    List<String> command(Path leash) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-javaagent:" + leash));
        command.addAll(options);
        command.addAll(target);
        return command;
    }
}
