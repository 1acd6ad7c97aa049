package kz.aryz.runtime.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How the text of a variable becomes a value. Any exception of {@code parse} means that the text does not fit; it is
 * not shown, because it may repeat the text.
 *
 * @param remedy what to set instead, as the continuation of {@code NAME: }
 */
public record Format<T>(String remedy, Function<String, T> parse) {

    public static final Format<String> TEXT = new Format<>("set a text that is not blank", Format::text);

    public static final Format<URI> URL =
            new Format<>("set an absolute URL such as http://localhost:8085/path", Format::absolute);

    public static final Format<URI> URI_OR_PATH = new Format<>(
            "set the URI or the path of a directory, such as file:///etc/aryz/keys or keys/intake", Format::uriOrPath);

    public static final Format<Path> FILE = new Format<>("set the path of a file that this process can read", Path::of);

    public static final Format<Path> DIRECTORY =
            new Format<>("set the path of a directory that this process can write", Path::of);

    public static final Format<Integer> PORT =
            new Format<>("set a port number from 0 (any free port) to 65535", text -> integer(text, 0, 65_535));

    /** ISO 8601, longer than zero. */
    public static final Format<Duration> DURATION =
            new Format<>("set an ISO 8601 duration longer than zero, such as PT5S", Format::duration);

    /** A whole number within bounds, both included. */
    public static Format<Integer> integerBetween(int least, int most) {
        return new Format<>("set a whole number from " + least + " to " + most, text -> integer(text, least, most));
    }

    /** One of a few words, in any case; the value is in upper case. */
    public static Format<String> oneOf(String... words) {
        List<String> allowed = List.of(words);
        return new Format<>("set one of " + String.join(", ", allowed), text -> word(text, allowed));
    }

    private static String text(String text) {
        return require(text.strip(), !text.isBlank());
    }

    private static URI absolute(String text) {
        URI uri = URI.create(text);
        return require(uri, uri.isAbsolute() && uri.getHost() != null);
    }

    private static URI uriOrPath(String text) {
        return text.matches("[a-z][a-z0-9+.-]+:.+")
                ? URI.create(text)
                : Path.of(text).toAbsolutePath().toUri();
    }

    private static Integer integer(String text, int least, int most) {
        int value = Integer.parseInt(text);
        return require(value, value >= least && value <= most);
    }

    private static Duration duration(String text) {
        Duration value = Duration.parse(text);
        return require(value, value.isPositive());
    }

    private static String word(String text, List<String> allowed) {
        String word = text.toUpperCase(Locale.ROOT);
        return require(word, allowed.contains(word));
    }

    private static <T> T require(T value, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }
}
