package kz.aryz.quickstart.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All mails that a GreenMail server got, read over its own HTTP interface. */
public final class Mailbox implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI server;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param server address of the HTTP interface */
    public Mailbox(URI server) {
        this.server = server;
    }

    /**
     * Every mail of every recipient, in the order of arrival for each.
     *
     * @throws IOException if the server does not answer
     */
    public List<ReceivedMail> read() throws IOException, InterruptedException {
        List<ReceivedMail> mails = new ArrayList<>();
        for (JsonNode user : get("/api/user")) {
            String recipient = user.path("email").asText();
            String path = "/api/user/" + URLEncoder.encode(recipient, StandardCharsets.UTF_8) + "/messages/";
            for (JsonNode message : get(path)) {
                mails.add(ReceivedMail.parse(
                        recipient, message.path("mimeMessage").asText()));
            }
        }
        return mails;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The mail server answers " + response.statusCode() + " to " + path);
        }
        return json.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
