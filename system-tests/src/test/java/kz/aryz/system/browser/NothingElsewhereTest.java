package kz.aryz.system.browser;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.Test;

@InBrowser
@Uses(SharedAryz.class)
class NothingElsewhereTest {

    private final Browser browser;
    private final Addresses addresses = SharedAryz.get().addresses();

    NothingElsewhereTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void noPageAsksAnotherHostOrFailsOrDoesWithoutAPolicy() {
        Set<String> services = Stream.of(addresses.intakeUrl(), addresses.triageUrl(), addresses.notifierUrl())
                .map(URI::getAuthority)
                .collect(toSet());
        try (Visitor visitor = Visitor.reading(browser, "ru")) {

            new Tour(visitor, addresses).take(page -> {});

            assertThat(visitor.addresses())
                    .hasSizeGreaterThan(30)
                    .filteredOn(address -> !address.startsWith("data:"))
                    .allSatisfy(address ->
                            assertThat(services).contains(URI.create(address).getAuthority()));
            assertThat(visitor.documents())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(document -> assertThat(document.headerValue("Content-Security-Policy"))
                            .contains("default-src 'none'", "script-src 'self'", "form-action 'self'"));
            assertThat(visitor.errors())
                    .filteredOn(error -> !error.contains("status of 422") && !error.contains("status of 404"))
                    .isEmpty();
        }
    }
}
