package kz.aryz.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every failure into a problem: JSON for programs, a page for people. Nothing of the request is in it, and nothing
 * of the failure; an unexpected failure is logged with the route's pattern.
 */
final class Problems {
    static final String JSON = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final TemplateEngine pages;

    Problems(TemplateEngine pages) {
        this.pages = pages;
    }

    void expected(ProblemException problem, Context ctx) {
        problem.headers().forEach(ctx::header);
        write(problem.type(), ctx);
    }

    /** What Javalin itself refuses: no such route, no such method, body too large. */
    void refused(HttpResponseException refusal, Context ctx) {
        String allowed = refusal.getDetails()
                .getOrDefault("availableMethods", refusal.getDetails().get("Available methods"));
        if (allowed != null) {
            ctx.header("Allow", allowed);
        }
        write(ProblemType.ofStatus(refusal.getStatus()), ctx);
    }

    void unexpected(Exception failure, Context ctx) {
        if (isCutShort(failure)) {
            LOG.debug("{} was cut short by its sender", route(ctx));
            write(ProblemType.BAD_REQUEST, ctx);
        } else {
            LOG.error("{} failed", route(ctx), failure);
            write(ProblemType.INTERNAL_ERROR, ctx);
        }
    }

    /** Whether a body ended before its end, its sender fell silent, or its pieces were none (RFC 9112 §7.1, §8). */
    private static boolean isCutShort(Throwable failure) {
        return failure instanceof EofException
                || failure instanceof TimeoutException
                || (failure.getCause() != null && isCutShort(failure.getCause()));
    }

    /** What is not even an exception; the answer may have begun. */
    static void error(HttpServletResponse response, Error error) {
        LOG.error("A request failed", error);
        byte[] body = json(ProblemType.INTERNAL_ERROR, Language.ENGLISH).getBytes(StandardCharsets.UTF_8);
        response.setStatus(ProblemType.INTERNAL_ERROR.status());
        response.setContentType(JSON);
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("The client has gone", e);
        }
    }

    /** The problem as RFC 9457 writes it. */
    static String json(ProblemType type, Language language) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type.uri().toString());
        members.put("title", type.title(language));
        members.put("status", type.status());
        members.put("detail", type.detail(language));
        try {
            return MAPPER.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    /** The pattern of the route that a request took. */
    static String route(Context ctx) {
        @Nullable Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        return endpoint == null ? "none" : endpoint.method.name() + " " + endpoint.path;
    }

    private void write(ProblemType type, Context ctx) {
        ctx.status(type.status());
        ctx.header("Cache-Control", "no-store");
        if (forPeople(ctx)) {
            ProblemPage page = ProblemPage.of(type, ctx);
            ctx.header("Content-Language", page.language().code()).html(rendered(page));
        } else {
            Language language = LanguageChoice.ofProgram(ctx);
            ctx.header("Content-Language", language.code())
                    .contentType(JSON)
                    .result(json(type, language).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String rendered(ProblemPage page) {
        StringOutput output = new StringOutput();
        pages.render("runtime/problem.jte", page, output);
        return output.toString();
    }

    private static boolean forPeople(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains("text/html") && !ctx.path().startsWith("/api/");
    }
}
