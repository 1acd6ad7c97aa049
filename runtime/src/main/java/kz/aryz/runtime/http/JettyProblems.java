package kz.aryz.runtime.http;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problems of requests that never reach a route: not HTTP, headers too large. */
final class JettyProblems extends ErrorHandler {
    private final Map<String, String> headers;

    JettyProblems(Map<String, String> headers) {
        this.headers = headers;
    }

    @Override
    protected boolean generateAcceptableResponse(
            Request request,
            Response response,
            Callback callback,
            String contentType,
            List<Charset> charsets,
            int code,
            @Nullable String message,
            @Nullable Throwable cause) {
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.JSON);
        Content.Sink.write(response, true, Problems.json(ProblemType.ofStatus(code), Language.ENGLISH), callback);
        return true;
    }
}
