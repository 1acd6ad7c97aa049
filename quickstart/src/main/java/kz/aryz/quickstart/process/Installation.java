package kz.aryz.quickstart.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the built parts of Aryz lie.
 *
 * @param home the checkout, or what was copied from it
 */
public record Installation(Path home) {

    /** Name of the system property that says where Aryz lies; without it, the place of this class does. */
    public static final String HOME_PROPERTY = "aryz.home";

    /** The installation that this code is part of. */
    public static Installation find() {
        String home = System.getProperty(HOME_PROPERTY);
        return new Installation(home == null ? homeOfThisCode() : Path.of(home).toAbsolutePath());
    }

    private static Path homeOfThisCode() {
        try {
            Path code = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of Aryz has no path; set the property " + HOME_PROPERTY, e);
        }
    }

    /** Classpath of the broker. */
    String kafkaClasspath() {
        return existing(home.resolve("quickstart/dist/target/kafka")) + "/*";
    }

    Path registry() {
        return existing(home.resolve("quickstart/dist/target/registry"));
    }

    Path mailServer() {
        return existing(home.resolve("quickstart/dist/target/mail/greenmail-standalone.jar"));
    }

    /** Classpath of the identity provider. */
    String identityProviderClasspath() {
        return existing(home.resolve("quickstart/identity-provider/target/lib")) + "/*";
    }

    Path leash() {
        return existing(home.resolve("quickstart/target/quickstart-leash.jar"));
    }

    /** The runnable jar of a service, by the name of its module. */
    Path service(String module) {
        return existing(home.resolve(module).resolve("target").resolve(module + ".jar"));
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new NotBuiltException(path);
        }
        return path;
    }
}
