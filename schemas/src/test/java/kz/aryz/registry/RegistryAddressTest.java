package kz.aryz.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://registry:8085/apis/registry/v3, http://registry:8085/apis/ccompat/v7",
        "https://registry/apis/registry/v3/, https://registry/apis/ccompat/v7",
        "http://registry:8085/apis/ccompat/v7, http://registry:8085/apis/ccompat/v7",
        "http://registry:8081, http://registry:8081",
    })
    void leadsToConfluentsApi(URI address, URI confluent) {
        assertThat(new RegistryAddress(address).confluentApi()).isEqualTo(confluent);
    }

    @Test
    void isAnHttpAddress() {
        assertThatThrownBy(() -> new RegistryAddress(URI.create("registry:8081")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://");
    }
}
