package kz.aryz.intake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Whatever is posted as a form: it is a complaint, or is given back, or is refused with a reason. */
class FormFuzzTest {

    private static final Peer PEER = new Peer();

    /** Where the public and clerks hand in, and leave a receipt. */
    private static final List<String> PAGES = List.of("/", "/leave", "/clerk", "/clerk/next");

    /** The first byte says to which page the rest is posted. */
    @FuzzTest(maxDuration = "1m")
    void aFormIsTakenOrRefused(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String page = PAGES.get(Byte.toUnsignedInt(input[0]) % PAGES.size());
        byte[] form = Arrays.copyOfRange(input, 1, input.length);
        byte[] head = ("POST " + page + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(PEER.status(head, form)).isIn(200, 303, 400, 422);
    }
}
