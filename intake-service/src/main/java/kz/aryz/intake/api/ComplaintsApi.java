package kz.aryz.intake.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import kz.aryz.intake.complaint.ComplaintMapping;
import kz.aryz.intake.complaint.Content;
import kz.aryz.intake.json.Json;
import kz.aryz.intake.json.JsonReader;
import kz.aryz.intake.json.UnreadableJson;
import kz.aryz.intake.submission.Answer;
import kz.aryz.intake.submission.Message;
import kz.aryz.intake.submission.Reception;
import kz.aryz.runtime.http.HttpServer;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.http.RequestBody;

/**
 * {@code POST /api/v1/complaints}. Whatever can be read as JSON is a complaint if it has any content at all; the type that the
 * sender declares does not matter then.
 */
public final class ComplaintsApi {

    /** When to send again what was not confirmed. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final String PATH = "/api/v1/complaints";

    private final Reception reception;
    private final JsonReader reader = new JsonReader(HttpServer.MAX_BODY_BYTES);

    public ComplaintsApi(Reception reception) {
        this.reception = reception;
    }

    public void register(RoutesConfig routes) {
        routes.post(PATH, this::submit);
    }

    private void submit(Context ctx) {
        byte[] body = RequestBody.bytes(ctx);
        Json json = read(ctx, body);
        if (!Content.isIn(json)) {
            throw ProblemException.of(IntakeProblem.NO_CONTENT);
        }
        String key = IdempotencyKey.of(ctx.header(IdempotencyKey.HEADER))
                .or(() -> ComplaintMapping.idempotencyKey(json))
                .orElseGet(Message::randomKey);
        switch (reception.receive(new Message(Message.API, key, body, json))) {
            case Answer.Accepted accepted ->
                ctx.status(201).header("Location", StatusApi.PATH).json(ReceiptBody.of(accepted));
            case Answer.Conflict conflict -> throw ProblemException.of(IntakeProblem.OTHER_BODY);
            case Answer.Unknown unknown -> throw ProblemException.retryAfter(IntakeProblem.NOT_CONFIRMED, RETRY_AFTER);
        }
    }

    private Json read(Context ctx, byte[] body) {
        try {
            return reader.read(body);
        } catch (UnreadableJson e) {
            throw ProblemException.of(isDeclaredJson(ctx) ? IntakeProblem.of(e.reason()) : undeclared(e.reason()));
        }
    }

    private static ProblemType undeclared(UnreadableJson.Reason reason) {
        return reason == UnreadableJson.Reason.EMPTY ? IntakeProblem.NO_CONTENT : IntakeProblem.NOT_JSON;
    }

    /** By the header itself: Jetty fails where it names a charset that there is not. */
    private static boolean isDeclaredJson(Context ctx) {
        return Optional.ofNullable(ctx.header("Content-Type"))
                .map(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                .orElse(true);
    }
}
