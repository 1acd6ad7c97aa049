package kz.aryz.registry;

import java.net.URI;

/**
 * Where a schema registry is.
 *
 * @param uri the address as the serdes want it: Apicurio's own API ({@code .../apis/registry/v3}) or Confluent's
 */
public record RegistryAddress(URI uri) {

    private static final String APICURIO = "/apis/registry/v3";
    private static final String CONFLUENT_BY_APICURIO = "/apis/ccompat/v7";

    public RegistryAddress {
        String text = uri.toString();
        if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
            throw new IllegalArgumentException("The address of a schema registry begins with http:// or https://");
        }
        if (text.endsWith("/")) {
            uri = URI.create(text.substring(0, text.length() - 1));
        }
    }

    /** The address of Confluent's API, which Apicurio serves beside its own. */
    public URI confluentApi() {
        String text = uri.toString();
        return text.endsWith(APICURIO)
                ? URI.create(text.substring(0, text.length() - APICURIO.length()) + CONFLUENT_BY_APICURIO)
                : uri;
    }
}
