package kz.aryz.runtime.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Address of a page on this server. What its reader has chosen is in it, so that it outlives a refresh and needs no script. */
public final class PageAddress {

    private final String path;
    private final List<String> parameters;

    private PageAddress(String path, List<String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /** The page where nobody has chosen anything. */
    public static PageAddress of(String path) {
        return new PageAddress(path, List.of());
    }

    /** With that chosen, unless it is null. */
    public PageAddress with(String name, @Nullable Object value) {
        return value == null ? this : and(name + '=' + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }

    /** With that switched on, where it is. */
    public PageAddress with(String name, boolean on) {
        return on ? and(name) : this;
    }

    /** The same page in another language. */
    public PageAddress in(Language language) {
        return with(LanguageChoice.NAME, language.code());
    }

    private PageAddress and(String parameter) {
        return new PageAddress(
                path, Stream.concat(parameters.stream(), Stream.of(parameter)).toList());
    }

    /** What a link leads to. */
    @Override
    public String toString() {
        return parameters.isEmpty() ? path : parameters.stream().collect(Collectors.joining("&", path + '?', ""));
    }
}
