package kz.aryz.system.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server in front of a good one: it passes on what it is given, but for the messages that it is to be difficult
 * about. It keeps every message it is given, byte for byte.
 */
final class UnrulyMailServer implements AutoCloseable {

    private final ServerSocket listening;
    private final URI good;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final AtomicInteger silences = new AtomicInteger();
    private final Set<Socket> held = ConcurrentHashMap.newKeySet();
    private final List<GivenMessage> given = new CopyOnWriteArrayList<>();

    /** @param good where what causes no trouble goes */
    UnrulyMailServer(URI good) {
        this.good = good;
        try {
            this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("unruly-mail").start(this::listen);
    }

    /** Value of {@code ARYZ_SMTP_URL}. */
    URI address() {
        return URI.create("smtp://127.0.0.1:" + listening.getLocalPort());
    }

    /** From now on, every message of this obligation is in trouble. */
    void troubleWith(String obligationId, Trouble trouble) {
        troubles.put(obligationId, trouble);
    }

    /** The next connection is taken and never hears a word. */
    void beSilentToTheNext() {
        silences.incrementAndGet();
    }

    /** No more trouble; whoever still waits is hung up on. */
    void heal() {
        silences.set(0);
        troubles.clear();
        held.forEach(UnrulyMailServer::hangUp);
    }

    /** How many connections wait for a word that never comes. */
    int held() {
        return held.size();
    }

    /** Every message of the obligation that was given, whatever became of it. */
    List<GivenMessage> given(String obligationId) {
        return given.stream().filter(message -> message.isOf(obligationId)).toList();
    }

    Optional<Trouble> troubleWith(GivenMessage message) {
        return Optional.ofNullable(troubles.get(message.obligationId()));
    }

    void keep(GivenMessage message) {
        given.add(message);
    }

    void hold(Socket socket) throws IOException {
        held.add(socket);
        try {
            while (socket.getInputStream().read() >= 0) {
                // Whatever else it says, there is no answer.
            }
        } finally {
            held.remove(socket);
        }
    }

    URI good() {
        return good;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofPlatform().daemon().name("unruly-mail-talk").start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            if (silences.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                hold(socket);
            } else {
                new MailTalk(this, socket).run();
            }
        } catch (SocketException gone) {
            // One of both has hung up.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        heal();
        listening.close();
    }
}
