package kz.aryz.intake.fuzz;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import kz.aryz.intake.api.TestServer;
import kz.aryz.intake.submission.TestIntake;

/** Sends what no client would, byte by byte as it is. */
final class Peer {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    /** The log of the server is in memory, so that it is thrown away from time to time. */
    private static final int EXCHANGES_EACH = 5_000;

    private static final int ANSWER_WITHIN_MILLIS = 60_000;
    private static final int STATUS_FROM = "HTTP/1.1 ".length();
    private static final int STATUS_TO = STATUS_FROM + 3;

    private TestServer server = newServer();
    private int exchanges;

    /** The status of the answer to a request with a body; zero where the connection was closed without any. */
    @SuppressWarnings("try") // nothing is asked of the permission
    int status(byte[] head, byte[] body) {
        renew();
        try (SilentCloseable permission = BugDetectors.allowNetworkConnections();
                Socket socket = new Socket(LOOPBACK, server.port())) {
            socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(head.length + body.length)
                            .put(head)
                            .put(body)
                            .array());
            socket.shutdownOutput();
            byte[] line = socket.getInputStream().readNBytes(STATUS_TO);
            return line.length < STATUS_TO
                    ? 0
                    : Integer.parseInt(
                            new String(line, STATUS_FROM, STATUS_TO - STATUS_FROM, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void renew() {
        if (++exchanges % EXCHANGES_EACH == 0) {
            server.close();
            server = newServer();
        }
    }

    private static TestServer newServer() {
        return new TestServer(TestIntake.create());
    }
}
