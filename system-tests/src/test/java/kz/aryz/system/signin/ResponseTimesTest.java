package kz.aryz.system.signin;

import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static kz.aryz.system.signin.SignInAryz.ASTANA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.id.DeterministicId;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What somebody may not know of takes as long as what never was. Over 10,000 requests, in an order by lot, a classifier that goes
 * by the time of one answer has an AUC of one half, give or take 0.02.
 *
 * <p>Nothing is said about how long anything takes, nor need the machine be quiet. Where the time does not depend on what is
 * asked for, which answers are slow is a matter of the lot alone, whatever else makes them slow: the AUC is then that of a random
 * order, with a standard deviation of 1/√(3 · 10,000) = 0.0058, and beyond 0.02 once in 1,800 times. What is beyond is measured
 * once more, and fails where it is beyond again: once in three million. An AUC of 0.55 is beyond by five standard deviations both
 * times. Of one question alone, which gets its share of the requests, 0.60 is found likewise. On a busy machine noise hides what a quiet one would show, so that this finds less there and never finds what is not so.
 *
 * <p>It bounds what the mean of many answers tells as well: whoever asks ten thousand times about one complaint sees what is seen
 * here, and what is less than this needs more.
 */
@Uses(SignInAryz.class)
class ResponseTimesTest {

    private static final int REQUESTS = 10_000;

    /** Of each question at least, however many there are. */
    private static final int REQUESTS_OF_ONE = 1_100;

    /** So seldom that one answer does not wait for another: where they are quick, there is one request at a time. */
    private static final Duration GAP = Duration.ofNanos(1_500_000);

    /** So many that there is always one to ask on, though every answer takes 25 ms. */
    private static final int CONNECTIONS = 24;

    private static final double LIKE_CHANCE = 0.02;

    private static final int NOT_NOW = 503;

    /** Longer than an instance that ended without a word is waited for. */
    private static final Duration TAKING_OVER = Duration.ofMinutes(2);

    /** Of an AUC over the requests of one question, at most: beyond it is one of fifteen questions once in 1,000 times. */
    private static final double DEVIATIONS_OF_ONE = 4;

    private static final String OPENING = "{\"section\": \"account\", \"purpose\": \"INVESTIGATION\"}";
    private static final String OPENING_FORM = "section=account&purpose=INVESTIGATION";
    private static final String ASSIGNMENT = "{\"assignee\": \"nobody\", \"seq\": 1}";
    private static final String ASSIGNMENT_FORM = "assignee=nobody&seq=1&key=one";
    private static final String APPROVAL =
            "{\"sections\": [\"account\"], \"ground\": \"COURT_ORDER\", \"reference\": \"1\"}";
    private static final String RELEASE = "{\"unit\": \"PROS.KZ-75\", \"reason\": \"LIFE_AT_RISK\"}";
    private static final String RELEASE_FORM = "unit=PROS.KZ-75&reason=LIFE_AT_RISK&key=one";
    private static final String APPROVAL_FORM = "section=account&reason=COURT_ORDER&reference=1";
    private static final String HOLD = "{\"reason\": \"COURT\"}";
    private static final String HOLD_FORM = "reason=COURT";

    /** What brings the end of a complaint nearer, or puts it off. */
    private static final List<Deed> DECISIONS = List.of(
            new Deed("destruction-approvals", APPROVAL_FORM, APPROVAL),
            new Deed("legal-holds", HOLD_FORM, HOLD),
            new Deed("legal-holds/lifting", HOLD_FORM, HOLD));

    private final SignInAryz aryz = SignInAryz.get();
    private final Random lot = new Random(2022_01_05);
    private final List<Somebody> people = new ArrayList<>();
    private String complaint;
    private String never;

    /** A complaint lies in the queue of Almaty's prosecutors, and nobody of the police may know of it. */
    @BeforeEach
    void begin() throws Exception {
        try (Http http = new Http()) {
            Colleague head = Colleague.of(aryz, "head-of-unit", ALMATY);
            complaint = RoutedComplaint.handIn(http, aryz.addresses(), head, aryz.desk())
                    .id();
        }
        never = neverOnPartitionOf(complaint);
    }

    @AfterEach
    void end() {
        people.forEach(Somebody::close);
    }

    @Test
    void whoMayNotKnowOfAComplaintLearnsNothingFromTheTimeOfItsPageOrAnOpening() throws Exception {
        URI desk = aryz.desk();
        List<Question> questions = Stream.of(
                        somebody(desk, "head-of-unit", ASTANA, ""),
                        somebody(desk, "investigator", ALMATY, ""),
                        somebody(desk, "head-of-unit", ALMATY, "MIA"))
                .flatMap(who -> Stream.of(
                        new Question(desk, id -> who.rawPage("GET", "/complaints/" + id, "")),
                        new Question(desk, id -> who.rawPage("POST", "/complaints/" + id + "/openings", OPENING_FORM)),
                        new Question(desk, id -> who.rawApi("/api/v1/complaints/" + id + "/openings", OPENING))))
                .toList();

        assertTellNothing(questions);
    }

    @Test
    void whoMayNotKnowOfAComplaintLearnsNothingFromTheTimeOfGivingIt() throws Exception {
        URI desk = aryz.desk();
        Somebody stranger = somebody(desk, "head-of-unit", ASTANA, "");
        Somebody excluded = somebody(desk, "head-of-unit", ALMATY, "MIA");

        assertTellNothing(Stream.of(ASTANA, ALMATY)
                .flatMap(unit -> Stream.of(stranger, excluded)
                        .flatMap(who -> Stream.of(
                                new Question(
                                        desk,
                                        id -> who.rawPage(
                                                "POST",
                                                "/complaints/" + id + "/assignment?unit=" + unit,
                                                ASSIGNMENT_FORM)),
                                new Question(
                                        desk,
                                        id -> who.rawApi(
                                                "/api/v1/queues/" + unit + "/" + id + "/assignment", ASSIGNMENT)))))
                .toList());
    }

    @Test
    void whoMayNotKnowOfAComplaintLearnsNothingFromTheTimeOfADecisionOnItsDestruction() throws Exception {
        assertTellNothing(destruction(aryz.desk()));
    }

    @Test
    void noMoreDoTheyAtTheCommissionersService() throws Exception {
        assertTellNothing(destruction(aryz.inbox()));
    }

    @Test
    void whoActsForAnotherBodyLearnsNothingThereFromTheTimeOfAnything() throws Exception {
        URI inbox = aryz.inbox();
        Somebody who = somebody(inbox, "commissioner-officer", ALMATY, "MIA");
        Stream<Question> shown = Stream.of(
                new Question(inbox, id -> who.rawPage("GET", "/complaints/" + id, "")),
                new Question(inbox, id -> who.rawPage("POST", alert(id), "note=seen")),
                new Question(inbox, id -> who.rawApi("/api/v1" + alert(id), "{\"note\": \"seen\"}")));
        Stream<Deed> deeds = Stream.of(
                new Deed("openings", OPENING_FORM, OPENING),
                new Deed("release", RELEASE_FORM, RELEASE),
                new Deed("ex-officio-check", RELEASE_FORM, RELEASE));
        Stream<Question> done = Stream.concat(deeds, DECISIONS.stream()).flatMap(deed -> deed.questions(inbox, who));

        assertTellNothing(Stream.concat(shown, done).toList());
    }

    /** Something that is done to a complaint, as a form and as JSON. */
    private record Deed(String path, String form, String json) {

        Stream<Question> questions(URI service, Somebody who) {
            return Stream.of(
                    new Question(service, id -> who.rawPage("POST", "/complaints/" + id + "/" + path, form)),
                    new Question(service, id -> who.rawApi("/api/v1/complaints/" + id + "/" + path, json)));
        }
    }

    /** Where the alert about a complaint that may be torture is confirmed. */
    private static String alert(String complaintId) {
        return "/alerts/" + DeterministicId.of(complaintId, "CLASS_A_ALLEGATION", "COMMISSIONER") + "/acknowledgement";
    }

    private List<Question> destruction(URI service) throws Exception {
        return Stream.of(
                        somebody(service, "supervising-prosecutor", ASTANA, ""),
                        somebody(service, "supervising-prosecutor", ALMATY, "MIA"))
                .flatMap(who -> DECISIONS.stream().flatMap(deed -> deed.questions(service, who)))
                .toList();
    }

    private Somebody somebody(URI service, String role, String unit, String body) throws Exception {
        Somebody who = Somebody.of(
                service,
                aryz.addresses().issuer(),
                "{\"roles\":\"%s\",\"units\":\"%s\",\"body\":\"%s\",\"acr\":\"step-up\",\"aud\":[\"triage-streams\",\"notifier\"]}"
                        .formatted(role, unit, body));
        people.add(who);
        return who;
    }

    /** What somebody asks about a complaint. */
    private record Question(URI service, Asking asking) {}

    /** The request about a complaint, as it goes over the wire. */
    private interface Asking {
        byte[] about(String complaintId);
    }

    private void assertTellNothing(List<Question> questions) throws Exception {
        List<Double> areas = areas(questions);
        if (!isLikeChance(areas)) {
            areas = areas(questions);
        }

        assertThat(isLikeChance(areas)).as("AUC of each question: %s", areas).isTrue();
    }

    private List<Double> areas(List<Question> questions) throws Exception {
        List<Double> areas = new ArrayList<>();
        for (Question question : questions) {
            areas.add(areaUnderCurve(question, requestsOfOne(questions.size())));
        }
        return areas;
    }

    private static int requestsOfOne(int questions) {
        return Math.max(REQUESTS / questions, REQUESTS_OF_ONE);
    }

    /** On the mean of the questions, and each by itself: none makes up for another. */
    private static boolean isLikeChance(List<Double> areas) {
        double mean = areas.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double each = DEVIATIONS_OF_ONE / Math.sqrt(3.0 * requestsOfOne(areas.size()));
        return Math.abs(mean - 0.5) <= LIKE_CHANCE && areas.stream().allMatch(area -> Math.abs(area - 0.5) <= each);
    }

    private double areaUnderCurve(Question question, int requests) throws Exception {
        List<Boolean> order = byLot(requests);
        List<Wire.Timed> answers = answers(question, order);

        assertThat(answers).extracting(Wire.Timed::status).containsOnly(404);
        assertThat(answers.stream().map(Wire.Timed::body).distinct()).hasSize(1);
        return areaUnderCurve(times(answers, order, true), times(answers, order, false));
    }

    private static List<Long> times(List<Wire.Timed> answers, List<Boolean> order, boolean aboutComplaint) {
        return IntStream.range(0, answers.size())
                .filter(index -> order.get(index) == aboutComplaint)
                .mapToObj(index -> answers.get(index).nanos())
                .toList();
    }

    /** Whether each request is about the complaint, which half of them are. */
    private List<Boolean> byLot(int requests) {
        List<Boolean> order = new ArrayList<>(IntStream.range(0, requests)
                .mapToObj(request -> request % 2 == 0)
                .toList());
        Collections.shuffle(order, lot);
        return order;
    }

    private List<Wire.Timed> answers(Question question, List<Boolean> order) throws Exception {
        byte[] aboutComplaint = question.asking().about(complaint);
        byte[] aboutNothing = question.asking().about(never);
        List<Wire.Timed> answers = new ArrayList<>();
        try (Wires wires = new Wires(question.service(), CONNECTIONS);
                ScheduledExecutorService threads = Executors.newScheduledThreadPool(CONNECTIONS)) {
            List<ScheduledFuture<Wire.Timed>> asked = IntStream.range(0, order.size())
                    .mapToObj(index -> threads.schedule(
                            () -> wires.ask(order.get(index) ? aboutComplaint : aboutNothing),
                            index * GAP.toNanos(),
                            TimeUnit.NANOSECONDS))
                    .toList();
            for (Future<Wire.Timed> answer : asked) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    /** Connections, of which whoever asks takes one that is free. */
    private record Wires(BlockingQueue<Wire> free) implements AutoCloseable {

        Wires(URI service, int number) throws IOException {
            this(new ArrayBlockingQueue<>(number));
            for (int i = 0; i < number; i++) {
                free.add(new Wire(service));
            }
        }

        /** Says what was answered at last: while one instance takes work over from another, nobody is told anything. */
        Wire.Timed ask(byte[] request) throws IOException, InterruptedException {
            Wire wire = free.take();
            try {
                long began = System.nanoTime();
                Wire.Timed answer = wire.ask(request);
                while (answer.status() == NOT_NOW && System.nanoTime() - began < TAKING_OVER.toNanos()) {
                    answer = wire.ask(request);
                }
                return answer;
            } finally {
                free.add(wire);
            }
        }

        @Override
        public void close() throws IOException {
            for (Wire wire : free) {
                wire.close();
            }
        }
    }

    /** The probability that one of the first took longer than one of the others, ties being halves (Mann and Whitney's U). */
    private static double areaUnderCurve(List<Long> first, List<Long> others) {
        List<Long> sorted = others.stream().sorted().toList();
        double longer = 0;
        int below = 0;
        int upTo = 0;
        for (long time : first.stream().sorted().toList()) {
            while (below < sorted.size() && sorted.get(below) < time) {
                below++;
            }
            while (upTo < sorted.size() && sorted.get(upTo) <= time) {
                upTo++;
            }
            longer += (below + upTo) / 2.0;
        }
        return longer / first.size() / sorted.size();
    }

    /** An id of the same form: whoever holds the one would hold the other. */
    private static String neverOnPartitionOf(String complaintId) {
        return Stream.generate(UUID::randomUUID)
                .map(id -> id.toString().replaceFirst("-4", "-8"))
                .filter(id -> Topics.SUBMISSIONS.partition(id) == Topics.SUBMISSIONS.partition(complaintId))
                .findFirst()
                .orElseThrow();
    }
}
