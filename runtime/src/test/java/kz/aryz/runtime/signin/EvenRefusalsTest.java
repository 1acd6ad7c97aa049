package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.MutableClock;

class EvenRefusalsTest {
    private final TestProvider provider = new TestProvider();
    private StaffSite site;
    private Browser officer;

    @BeforeEach
    void start() throws Exception {
        site = new StaffSite(Optional.of(provider.client()), MutableClock.of(Instant.now(), ZoneOffset.UTC));
        officer = new Browser(site.address());
        provider.nextIs("aigul", "commissioner-officer");
        officer.open("/");
    }

    @AfterEach
    void stop() {
        site.close();
        provider.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 25000000", "1, 24999999", "24999999, 1", "25000000, 25000000", "26000000, 24000000"})
    void theStepEndsAtTheSameTimeWhateverItTook(long taken, long rest) {
        assertThat(EvenRefusals.rest(Duration.ofNanos(taken))).isEqualTo(Duration.ofNanos(rest));
    }

    @Test
    void whatIsNotThereIsHeardNoSoonerThanAStepEnds() throws Exception {
        long began = System.nanoTime();

        HttpResponse<String> page = officer.get("/nothing");
        Duration taken = Duration.ofNanos(System.nanoTime() - began);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(taken).isGreaterThanOrEqualTo(EvenRefusals.STEP);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 413"})
    void nobodyMakesARequestLongByWhatTheySend(int tooMany, int status) throws Exception {
        String token = officer.get("/").body().replaceFirst("(?s)<p>token=([^;]+);.*", "$1");
        int rest = EvenRefusals.MAX_BODY_BYTES - "csrf=&text=".length() - token.length();

        HttpResponse<String> answer =
                officer.post("/change", Map.of("csrf", token, "text", "x".repeat(rest + tooMany)));

        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
