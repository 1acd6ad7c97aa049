package kz.aryz.runtime.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import kz.aryz.runtime.signin.StaffRoute;

/** All that somebody can ask a service: what stands in its table of routes, at every door, lists to their last page. */
public final class Questions implements AutoCloseable {

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final URI service;
    private final List<StaffRoute> table;
    private final Staff staff;

    /** A browser that nobody has signed in with, and that follows nothing. */
    private final HttpClient stranger = HttpClient.newHttpClient();

    public Questions(URI service, List<StaffRoute> table, Staff staff) {
        this.service = service;
        this.table = table;
        this.staff = staff;
    }

    /**
     * Asks everything.
     *
     * @param claims whoever asks
     * @param browser in which they have signed in
     * @param paths what to ask for of a pattern
     */
    public List<Answer> ask(Map<String, Object> claims, HttpClient browser, Function<String, List<String>> paths)
            throws IOException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        String formToken = Staff.formToken(browser, service);
        for (StaffRoute route : table) {
            for (String path : paths.apply(route.path())) {
                assertThat(path).as("something is put for everything in braces").doesNotContain("{");
                answers.addAll(
                        switch (route.door()) {
                            case API -> isRead(route) ? pages(route, path, claims) : said(route, path, claims);
                            case PAGE -> shown(route, path, browser, formToken);
                            case PEER -> List.of(Answer.of(route, path, staff.program(at(path), "GET", claims)));
                            case PROVIDER ->
                                List.of(Answer.of(route, path, form(stranger, at(path), "logout_token=none")));
                            case OPEN -> List.of(Answer.of(route, path, page(stranger, at(path))));
                        });
            }
        }
        return answers;
    }

    /** What is read, and where it is a list, all that is behind it: where a page begins may tell as much as what is on it. */
    private List<Answer> pages(StaffRoute route, String first, Map<String, Object> claims)
            throws IOException, InterruptedException {
        List<Answer> pages = new ArrayList<>();
        Optional<String> next = Optional.of(first);
        while (next.isPresent()) {
            String path = next.get();
            HttpResponse<String> response = staff.program(at(path), "GET", claims);
            pages.add(Answer.of(route, path, response));
            next = NEXT.matcher(response.body())
                    .results()
                    .findFirst()
                    .map(found -> first + (first.contains("?") ? "&" : "?") + "after=" + found.group(1));
            next.ifPresent(following -> assertThat(following).as("what follows").isNotEqualTo(path));
        }
        return pages;
    }

    private List<Answer> said(StaffRoute route, String path, Map<String, Object> claims)
            throws IOException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        for (String json : Said.json(path)) {
            answers.add(Answer.of(route, path, staff.send(at(path), "key", json, claims)));
        }
        return answers;
    }

    /** Nobody signs out, for they have more to ask. */
    private List<Answer> shown(StaffRoute route, String path, HttpClient browser, String formToken)
            throws IOException, InterruptedException {
        if (route.path().equals("/sign-out")) {
            return List.of();
        }
        HttpResponse<String> response =
                isRead(route) ? page(browser, at(path)) : form(browser, at(path), formToken + Said.form(path));
        return List.of(Answer.of(route, path, response));
    }

    private static boolean isRead(StaffRoute route) {
        return route.method().equals("GET");
    }

    private URI at(String path) {
        return service.resolve(path);
    }

    private static HttpResponse<String> form(HttpClient browser, URI address, String form)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> page(HttpClient browser, URI address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        stranger.close();
    }
}
