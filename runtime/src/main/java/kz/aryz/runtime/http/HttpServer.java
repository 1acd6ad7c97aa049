package kz.aryz.runtime.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.metrics.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of a service. Handlers run on virtual threads. Every answer carries the security headers, every error
 * is a problem (RFC 9457), bodies and headers have a limit, and nothing of a request is logged. When it starts it logs every
 * route that it answers, so that whoever runs it sees all there is to reach.
 */
public final class HttpServer implements AutoCloseable {
    /** The largest body that is read, in bytes: exactly this many is accepted, one more is not. */
    public static final int MAX_BODY_BYTES = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Listens when it returns; fails when the port is taken. {@code language} is for pages, when nobody asked for one. */
    public static HttpServer start(
            ServiceConfig config,
            Language language,
            Metrics metrics,
            HealthChecks readiness,
            Consumer<RoutesConfig> routes) {
        return start(
                config, language, metrics, readiness, Patience.USUAL, BodyBudget.ofHeap(metrics.registry()), routes);
    }

    static HttpServer start(
            ServiceConfig config,
            Language language,
            Metrics metrics,
            HealthChecks readiness,
            Patience patience,
            BodyBudget budget,
            Consumer<RoutesConfig> routes) {
        Map<String, String> headers = SecurityHeaders.of(config.overTls());
        Javalin javalin = Javalin.create(javalinConfig -> {
            Connection.of(config, headers, patience).configure(javalinConfig);
            quiet(javalinConfig);
            javalinConfig.appData(LastWord.COOKIE, LastWord.cookie(config));
            javalinConfig.appData(LanguageChoice.COOKIE, LanguageChoice.cookie(config));
            javalinConfig.routes.before(ctx -> headers.forEach(ctx::header));
            content(javalinConfig, language);
            bodies(javalinConfig, new BodyReader(budget, patience));
            javalinConfig.requestLogger.http(new RequestTimer(metrics.registry()));
            new Operations(readiness, metrics).register(javalinConfig.routes);
            StyleSheet.common().register(javalinConfig.routes);
            routes.accept(javalinConfig.routes);
        });
        javalin.start();
        LOG.info("{} listens on {} port {}", config.service(), config.bind(), javalin.port());
        LOG.info("{} answers {}", config.service(), routes(javalin));
        return new HttpServer(javalin);
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Refuses new requests, lets the running ones end within four seconds. */
    @Override
    public void close() {
        javalin.stop();
    }

    /** Every method and path pattern that something was registered for, by whomever. */
    private static String routes(Javalin javalin) {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .collect(Collectors.joining(", "));
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static void content(JavalinConfig config, Language language) {
        config.http.prefer405over404 = true;
        TemplateEngine pages = TemplateEngine.createPrecompiled(ContentType.Html);
        config.fileRenderer((name, model, ctx) -> render(pages, name, model));
        config.staticFiles.add(files -> {
            files.hostedPath = "/webjars";
            files.directory = "META-INF/resources/webjars";
            files.headers = Map.of("Cache-Control", "public, max-age=31536000, immutable");
        });
        config.routes.before(ctx -> LanguageChoice.decide(ctx, language));
        config.routes.before(SecurityHeaders::refuseForeignChange);
        problems(config, new Problems(pages));
    }

    private static void bodies(JavalinConfig config, BodyReader reader) {
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.appData(BodyReader.KEY, reader);
        config.routes.after(reader::readRest);
    }

    private static void problems(JavalinConfig config, Problems problems) {
        config.routes.exception(ProblemException.class, problems::expected);
        config.routes.exception(HttpResponseException.class, problems::refused);
        config.routes.exception(Exception.class, problems::unexpected);
        config.router.javaLangErrorHandler(Problems::error);
    }

    private static String render(TemplateEngine pages, String name, Map<String, ?> model) {
        StringOutput output = new StringOutput();
        pages.render(name, Map.<String, Object>copyOf(model), output);
        return output.toString();
    }
}
