package kz.aryz.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageAddressTest {

    private final PageAddress page = PageAddress.of("/page");

    @Test
    void whatIsNotChosenIsNotInIt() {
        assertThat(page.with("unit", null).with("idle", false)).hasToString("/page");
    }

    @Test
    void whatIsChosenIsInItInThatOrder() {
        assertThat(page.with("unit", "PROS.KZ-75").with("idle", true).in(Language.RUSSIAN))
                .hasToString("/page?unit=PROS.KZ-75&idle&lang=ru");
    }

    @Test
    void aValueCannotBecomeAnotherParameter() {
        assertThat(page.with("after", "a/b=&still#x")).hasToString("/page?after=a%2Fb%3D%26still%23x");
    }
}
