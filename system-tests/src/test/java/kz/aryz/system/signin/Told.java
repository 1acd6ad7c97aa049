package kz.aryz.system.signin;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import kz.aryz.system.Http;

/** All that an answer tells, but for when it was given. */
record Told(int status, Map<String, String> headers, String body) {

    static Told of(Http.Answer answer) {
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        return new Told(answer.status(), headers, answer.body().toString());
    }

    static Told of(HttpResponse<String> answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.remove("date");
        return new Told(answer.statusCode(), headers, answer.body());
    }
}
