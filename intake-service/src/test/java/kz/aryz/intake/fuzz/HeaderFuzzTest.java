package kz.aryz.intake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Whatever stands in the headers of a complaint: the server answers, and it is never the server's fault. */
class HeaderFuzzTest {

    private static final Peer PEER = new Peer();
    private static final byte[] BODY = "{\"narrative\":\"x\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE = "POST /api/v1/complaints HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER =
            ("\r\nContent-Length: " + BODY.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

    /** Other methods and ways to send a body than the server knows are 501, other versions 505. */
    @FuzzTest(maxDuration = "1m")
    void headersAreReadOrRefused(byte[] headers) {
        byte[] head = ByteBuffer.allocate(BEFORE.length + headers.length + AFTER.length)
                .put(BEFORE)
                .put(headers)
                .put(AFTER)
                .array();

        assertThat(PEER.status(head, BODY)).isNotIn(0, 500, 502, 503, 504);
    }
}
