package kz.aryz.system.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** One conversation with a sender, RFC 5321. */
final class MailTalk {

    private static final String END = ".\r\n";
    private static final long TRICKLE_MILLIS = 200;

    private final UnrulyMailServer server;
    private final Socket socket;
    private final InputStream in;
    private String from = "";
    private String to = "";

    MailTalk(UnrulyMailServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    void run() throws IOException {
        say("220 unruly.example");
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            switch (line.substring(0, 4).toUpperCase(Locale.ROOT)) {
                case "MAIL" -> from = agree(line);
                case "RCPT" -> to = agree(line);
                case "DATA" -> data();
                case "QUIT" -> {
                    say("221 bye");
                    return;
                }
                default -> agree(line);
            }
        }
    }

    private String agree(String line) throws IOException {
        say("250 fine");
        return line;
    }

    private void data() throws IOException {
        say("354 go on");
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (String line = line(in); !line.equals(END); line = line(in)) {
            if (line.isEmpty()) {
                throw new SocketException("hung up within a message");
            }
            raw.writeBytes(line.getBytes(ISO_8859_1));
            plain.writeBytes((line.startsWith(".") ? line.substring(1) : line).getBytes(ISO_8859_1));
        }
        GivenMessage message = GivenMessage.of(plain.toByteArray());
        server.keep(message);
        Optional<Trouble> trouble = server.troubleWith(message);
        if (trouble.isPresent()) {
            refuse(trouble.get());
        } else {
            say(passOn(raw.toByteArray()));
        }
    }

    private void refuse(Trouble trouble) throws IOException {
        switch (trouble) {
            case HANGS -> server.hold(socket);
            case TRICKLES -> trickle();
            case REFUSES_FOR_NOW -> say("451 try later");
            case REFUSES_FOR_GOOD -> say("554 no");
        }
    }

    /** A line of an answer that has no end, while somebody listens. */
    private void trickle() throws IOException {
        Thread slow = Thread.ofPlatform().daemon().name("unruly-mail-trickle").start(() -> {
            try {
                while (true) {
                    socket.getOutputStream().write("2".getBytes(ISO_8859_1));
                    Thread.sleep(TRICKLE_MILLIS);
                }
            } catch (IOException | InterruptedException gone) {
                // The sender has hung up.
            }
        });
        try {
            server.hold(socket);
        } finally {
            slow.interrupt();
        }
    }

    /** What the good server says to it. */
    private String passOn(byte[] raw) throws IOException {
        URI good = server.good();
        try (Socket behind = new Socket(good.getHost(), good.getPort())) {
            InputStream answers = new BufferedInputStream(behind.getInputStream());
            answer(answers);
            for (String command : new String[] {"HELO unruly.example\r\n", from, to, "DATA\r\n"}) {
                behind.getOutputStream().write(command.getBytes(ISO_8859_1));
                answer(answers);
            }
            behind.getOutputStream().write(raw);
            behind.getOutputStream().write(END.getBytes(ISO_8859_1));
            String answer = answer(answers);
            behind.getOutputStream().write("QUIT\r\n".getBytes(ISO_8859_1));
            answer(answers);
            return answer;
        }
    }

    private static String answer(InputStream answers) throws IOException {
        String line = line(answers);
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line(answers);
        }
        return line.strip();
    }

    private void say(String answer) throws IOException {
        socket.getOutputStream().write((answer + "\r\n").getBytes(ISO_8859_1));
    }

    /** Up to and with the line end; empty where there is nothing more. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString(ISO_8859_1);
    }
}
