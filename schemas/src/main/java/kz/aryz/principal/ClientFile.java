package kz.aryz.principal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.aryz.id.SecretFile;
import kz.aryz.id.SecretFileException;
import kz.aryz.topic.Principal;

/**
 * What a principal signs in with: properties of Kafka's clients with its name and password, as {@code ARYZ_KAFKA_CONFIG}
 * wants them. Its owner alone may read the file, and nothing else holds the password.
 *
 * @param path where it is, or will be
 */
public record ClientFile(Path path, Principal principal) {

    private static final int PASSWORD_BYTES = 32;
    private static final String LOGIN = "sasl.jaas.config";
    private static final Pattern PASSWORD = Pattern.compile("password=\"([^\"]*)\"");

    /** The file of the principal in a directory of such files. */
    public static ClientFile in(Path directory, Principal principal) {
        return new ClientFile(directory.resolve(principal.name() + ".properties"), principal);
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Writes it with a new password, for SCRAM.
     *
     * @throws SecretFileException if it is there, or cannot be written
     */
    public void create(Transport transport) {
        create(transport, Mechanism.SCRAM);
    }

    /**
     * Writes it with a new password.
     *
     * @throws SecretFileException if it is there, or cannot be written
     */
    public void create(Transport transport, Mechanism mechanism) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new SecretFileException(path + " cannot be written: check the directory and its owner.", e);
        }
        SecretFile.create(path, text(transport, mechanism));
    }

    /** Writes it anew, with a new password. */
    void renew(Transport transport) {
        SecretFile.replace(path, text(transport, Mechanism.SCRAM));
    }

    /**
     * Has it lead to the brokers this way. What else stands in it stays, the password first of all.
     *
     * @return whether it led there in another way
     */
    boolean redirect(Transport transport) {
        Map<String, String> way = transport.properties();
        Map<String, String> present = texts();
        if (present.entrySet().containsAll(way.entrySet())) {
            return false;
        }
        present.keySet().removeAll(Transport.NAMES);
        present.putAll(way);
        SecretFile.replace(path, text(present));
        return true;
    }

    /**
     * Properties of the Kafka clients of the principal, as far as they are in it.
     *
     * @throws SecretFileException if it is missing or open to others
     */
    public Map<String, Object> clients() {
        return Map.copyOf(texts());
    }

    private Map<String, String> texts() {
        Properties properties = properties();
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name, "")));
        return texts;
    }

    private Properties properties() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(SecretFile.read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /**
     * The password in it.
     *
     * @throws SecretFileException if it is missing, open to others, or has none
     */
    public String password() {
        Matcher password = PASSWORD.matcher(properties().getProperty(LOGIN, ""));
        if (!password.find()) {
            throw new SecretFileException(path + " has no password in " + LOGIN
                    + ": put back the file that `aryz principals apply` wrote, or run it with --renew "
                    + principal.name() + ".");
        }
        return password.group(1);
    }

    private String text(Transport transport, Mechanism mechanism) {
        Map<String, String> properties = new LinkedHashMap<>(transport.properties());
        properties.put("sasl.mechanism", mechanism.saslName());
        properties.put(LOGIN, mechanism.login(principal.name(), newPassword()));
        return text(properties);
    }

    private static String text(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + '=' + onOneLine(property.getValue()) + '\n')
                .collect(Collectors.joining());
    }

    private static String onOneLine(String value) {
        return value.replace("\\", "\\\\").lines().collect(Collectors.joining("\\n"));
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
