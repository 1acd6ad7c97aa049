package kz.aryz.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeerTest {

    @Test
    void aTextOfACallerStaysOneSegment() {
        URI address = URI.create("http://peer:1/internal/" + Peer.segment("a b/../c?d=é#%2F+") + "?limit=1");

        assertThat(address.getPath()).isEqualTo("/internal/a b/../c?d=é#%2F+");
        assertThat(address.getQuery()).isEqualTo("limit=1");
    }

    @Test
    void partitionsStandInOrder() {
        assertThat(Peer.list(Set.of(10, 9, 0))).isEqualTo("0,9,10");
    }
}
