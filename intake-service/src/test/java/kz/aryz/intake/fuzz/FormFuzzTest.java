package kz.aryz.intake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever is posted as a form: it is a complaint, or is given back, or is refused with a reason. */
class FormFuzzTest {

    private static final Peer PEER = new Peer();

    @FuzzTest(maxDuration = "1m")
    void aFormIsTakenOrRefused(byte[] form) {
        byte[] head = ("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(PEER.status(head, form)).isIn(200, 400, 422);
    }
}
