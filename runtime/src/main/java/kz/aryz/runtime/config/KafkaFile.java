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

/** The operator's properties for all Kafka clients. It may set anything but what Aryz promises ({@link Promises}). */
public record KafkaFile(Map<String, String> settings) {
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
        return settings.entrySet().stream()
                .flatMap(setting -> Promises.remedy(setting.getKey(), setting.getValue()).stream())
                .map(remedy -> "ARYZ_KAFKA_CONFIG: " + remedy)
                .sorted()
                .toList();
    }

    /** Names only: values may be passwords. */
    @Override
    public String toString() {
        return "KafkaFile" + settings.keySet().stream().sorted().toList();
    }
}
