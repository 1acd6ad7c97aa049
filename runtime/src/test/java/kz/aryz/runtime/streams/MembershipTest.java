package kz.aryz.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipTest {

    private static final Topology TODAY = new Topology().addSource("submissions", "complaints.submissions");
    private static final Topology NEXT =
            new Topology().addSource("submissions", "complaints.submissions").addSource("commands", "cases.commands");

    @TempDir
    private Path stateDir;

    @Test
    void isNewWhereNothingWasKept() throws IOException {
        assertThat(membership(TODAY, "here:8081").isUnchanged()).isFalse();
    }

    @Test
    void isUnchangedAfterARestart() throws IOException {
        membership(TODAY, "here:8081").keep();

        assertThat(membership(TODAY, "here:8081").isUnchanged()).isTrue();
    }

    @Test
    void changesWithTheTopology() throws IOException {
        membership(TODAY, "here:8081").keep();

        assertThat(membership(NEXT, "here:8081").isUnchanged()).isFalse();
    }

    @Test
    void changesWithTheAddress() throws IOException {
        membership(TODAY, "here:8081").keep();

        assertThat(membership(TODAY, "there:8081").isUnchanged()).isFalse();
    }

    @Test
    void knowsItsThreadsAndNobodyElses() {
        Membership membership = membership(TODAY, "here:8081");

        assertThat(membership.isThread("one.1-12")).isTrue();
        assertThat(membership.isThread("one.1-12-1")).isFalse();
        assertThat(membership.isThread("one.1")).isFalse();
        assertThat(membership.isThread("one-1-1")).isFalse();
    }

    private Membership membership(Topology topology, String address) {
        return Membership.of(
                topology,
                Map.of(
                        "application.id", "triage-streams",
                        "bootstrap.servers", "localhost:9092",
                        "state.dir", stateDir.toString(),
                        "application.server", address,
                        "consumer.group.instance.id", "one.1"));
    }
}
