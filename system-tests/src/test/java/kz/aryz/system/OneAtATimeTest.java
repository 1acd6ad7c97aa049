package kz.aryz.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class OneAtATimeTest {

    private static final List<String> HAPPENED = new ArrayList<>();

    /** Whatever lives ends. */
    @BeforeEach
    void begin() {
        run(1, Still.class);
        HAPPENED.clear();
    }

    @Test
    void oneIsClosedBeforeAnotherStartsInAnyOrder() {
        Set<List<String>> ways = new HashSet<>();
        for (long seed = 1; seed <= 8; seed++) {
            begin();
            run(seed, Blue.class, AlsoRed.class, Alone.class, AlsoBlue.class, Red.class);
            ways.add(List.copyOf(HAPPENED));
        }

        assertThat(ways)
                .containsExactlyInAnyOrder(
                        List.of("alone", "Fire starts", "red", "red", "Fire ends", "Water starts", "blue", "blue"),
                        List.of("alone", "Water starts", "blue", "blue", "Water ends", "Fire starts", "red", "red"));
    }

    @Test
    void oneThatIsAskedForAgainStartsAnew() {
        run(1, Red.class);
        run(1, Blue.class);
        run(1, Red.class);

        assertThat(HAPPENED)
                .containsExactly(
                        "Fire starts", "red", "Fire ends", "Water starts", "blue", "Water ends", "Fire starts", "red");
    }

    @ParameterizedTest
    @ValueSource(classes = {Secretive.class, Mistaken.class})
    void whoeverDoesNotSayThatTheyUseItDoesNotGetIt(Class<?> tests) {
        assertThat(run(1, Red.class, tests).getFailures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.getException()).hasMessage("These tests do not say @Uses(Fire.class)"));
    }

    private static TestExecutionSummary run(long seed, Class<?>... tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(tests).map(type -> selectClass(type)).toList())
                .configurationParameter(ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, ByEnvironment.class.getName())
                .configurationParameter(ClassOrderer.Random.RANDOM_SEED_PROPERTY_NAME, String.valueOf(seed))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .build())
                .execute(request, listener);
        return listener.getSummary();
    }

    static final class Fire implements AutoCloseable {

        static void get() {
            OneAtATime.get(Fire.class, folder -> new Fire());
        }

        private Fire() {
            HAPPENED.add("Fire starts");
        }

        @Override
        public void close() {
            HAPPENED.add("Fire ends");
        }
    }

    static final class Water implements AutoCloseable {

        static void get() {
            OneAtATime.get(Water.class, folder -> new Water());
        }

        private Water() {
            HAPPENED.add("Water starts");
        }

        @Override
        public void close() {
            HAPPENED.add("Water ends");
        }
    }

    /** Never starts. */
    interface Air extends AutoCloseable {

        @Override
        void close();
    }

    @Uses(Fire.class)
    static class Red {

        @Test
        void asks() {
            Fire.get();
            HAPPENED.add("red");
        }
    }

    static class AlsoRed extends Red {}

    @Uses(Water.class)
    static class Blue {

        @Test
        void asks() {
            Water.get();
            HAPPENED.add("blue");
        }
    }

    static class AlsoBlue extends Blue {}

    @Uses(Air.class)
    static class Still {

        @Test
        void asksForNothing() {}
    }

    static class Alone {

        @Test
        void asksForNothing() {
            HAPPENED.add("alone");
        }
    }

    static class Secretive {

        @Test
        void asks() {
            Fire.get();
        }
    }

    @Uses(Water.class)
    static class Mistaken {

        @Test
        void asks() {
            Fire.get();
        }
    }
}
