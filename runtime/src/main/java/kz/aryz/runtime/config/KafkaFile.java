package kz.aryz.runtime.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The operator's properties for all Kafka clients. It may set anything but what Aryz promises: a complaint acknowledged
 * by every in-sync replica, written once, and read only when committed.
 */
public record KafkaFile(Map<String, String> settings) {
    private static final Map<String, String> PROMISES = Map.of(
            "acks", "all",
            "enable.idempotence", "true",
            "isolation.level", "read_committed",
            "processing.guarantee", "exactly_once_v2");

    public static final KafkaFile NONE = new KafkaFile(Map.of());

    public KafkaFile {
        settings = Map.copyOf(settings);
        List<String> broken = broken(settings);
        if (!broken.isEmpty()) {
            throw new ConfigurationException(broken);
        }
    }

    static KafkaFile read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KafkaFile(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty)));
    }

    private static List<String> broken(Map<String, String> settings) {
        return PROMISES.entrySet().stream()
                .filter(promise ->
                        !promise.getValue().equals(settings.getOrDefault(promise.getKey(), promise.getValue())))
                .map(promise ->
                        "ARYZ_KAFKA_CONFIG: remove " + promise.getKey() + ", which is always " + promise.getValue())
                .sorted()
                .toList();
    }

    /** Names only: values may be passwords. */
    @Override
    public String toString() {
        return "KafkaFile" + settings.keySet().stream().sorted().toList();
    }
}
