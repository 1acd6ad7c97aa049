package kz.aryz.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports of this machine's loopback address. */
public final class FreePort {

    private static final Set<Integer> TOLD = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** A port that nobody listens on right now, and another one each time: who was told of one may not listen on it yet. */
    public static int find() {
        int port = any();
        while (!TOLD.add(port)) {
            port = any();
        }
        return port;
    }

    private static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        }
    }

    /** Whether nobody listens on the port. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
