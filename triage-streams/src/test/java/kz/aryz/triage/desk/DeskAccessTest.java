package kz.aryz.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.access.Role;
import kz.aryz.runtime.signin.PeerPass;
import kz.aryz.runtime.signin.StaffRoute;
import kz.aryz.runtime.signin.StaffRoute.Door;
import kz.aryz.runtime.streams.Peer;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every role at every door of the desk. */
class DeskAccessTest {
    private static final String OWN = "PROS.KZ-75";
    private static final String FOREIGN = "PROS.KZ-71";

    private static final Set<Role> READERS = EnumSet.of(
            Role.TRIAGE_OFFICER,
            Role.INVESTIGATOR,
            Role.HEAD_OF_UNIT,
            Role.SUPERVISING_PROSECUTOR,
            Role.COMMISSIONER_OFFICER);

    /** Leads whoever is signed in to the provider, and shows nothing itself. */
    private static final String STEP_UP = "GET /sign-in/step-up";

    /** Who may use what; a route that is not here fails. */
    private static final Map<String, Set<Role>> MAY = Map.of(
            "GET /",
            READERS,
            "GET /api/v1/queues",
            READERS,
            "GET /api/v1/queues/{unit}",
            READERS,
            "GET /api/v1/queues/{unit}/staff",
            EnumSet.of(Role.HEAD_OF_UNIT),
            "POST /api/v1/queues/{unit}/{complaintId}/assignment",
            EnumSet.of(Role.HEAD_OF_UNIT),
            "POST /complaints/{complaintId}/assignment",
            EnumSet.of(Role.HEAD_OF_UNIT),
            "GET /signed-in",
            EnumSet.allOf(Role.class),
            STEP_UP,
            EnumSet.allOf(Role.class),
            "POST /sign-out",
            EnumSet.allOf(Role.class));

    private final Staff staff = new Staff();
    private URI address;
    private StaffedDesk desk;

    @BeforeEach
    void start() throws IOException {
        List<Held.Lying> complaints =
                Stream.concat(Held.lying(OWN, 3), Held.lying(FOREIGN, 2)).toList();
        desk = new StaffedDesk(Optional.of(staff.client()), complaints);
        address = desk.address;
    }

    @AfterEach
    void stop() {
        desk.close();
        staff.close();
    }

    @Test
    void everyRouteOfAPersonOrProgramSaysWhoMayUseIt() {
        assertThat(guarded().stream().map(DeskAccessTest::name)).containsExactlyInAnyOrderElementsOf(MAY.keySet());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleFindsWhatItMayUseAndNothingElse(Role role) throws Exception {
        for (StaffRoute route : guarded()) {
            if (route.method().equals("GET")) {
                HttpResponse<String> answer = ask(route.door(), route.path(), claims(role));

                assertThat(answer.statusCode())
                        .as("%s: %s", role, name(route))
                        .isEqualTo(MAY.getOrDefault(name(route), Set.of()).contains(role) ? found(route) : 404);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TRIAGE_OFFICER", "HEAD_OF_UNIT", "SUPERVISING_PROSECUTOR"})
    void theUnitsPeopleSeeTheirOwnUnitAloneInTheListThePageAndTheCount(Role role) throws Exception {
        Map<String, Object> claims = Staff.claims(role, OWN);

        assertThat(ask(Door.API, "/api/v1/queues", claims).body())
                .isEqualTo("{\"units\":[{\"unit\":\"PROS.KZ-75\",\"open\":3}]}");
        assertThat(ask(Door.API, "/api/v1/queues/" + OWN, claims).body()).contains("PROS.KZ-75-0", "PROS.KZ-75-2");
        assertThat(ask(Door.PAGE, "/?unit=" + OWN, claims).body())
                .contains("PROS.KZ-75-0", "somebody", "Sign out")
                .doesNotContain(FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=1", "?limit=many", "?after=nowhere"})
    void aForeignUnitAnswersAsOneThatDoesNotExist(String query) throws Exception {
        Map<String, Object> claims = Staff.claims(Role.HEAD_OF_UNIT, OWN);

        HttpResponse<String> foreign = ask(Door.API, "/api/v1/queues/" + FOREIGN + query, claims);
        HttpResponse<String> unknown = ask(Door.API, "/api/v1/queues/NO.SUCH-UNIT" + query, claims);

        assertThat(foreign.statusCode()).isEqualTo(query.equals("?limit=many") ? 400 : 404);
        assertThat(foreign.body()).isEqualTo(unknown.body());
        assertThat(foreign.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void aForeignUnitsPageIsThePageOfNoUnit() throws Exception {
        Map<String, Object> claims = Staff.claims(Role.HEAD_OF_UNIT, OWN);

        HttpResponse<String> foreign = ask(Door.PAGE, "/?unit=" + FOREIGN, claims);
        HttpResponse<String> unknown = ask(Door.PAGE, "/?unit=NO.SUCH-UNIT", claims);

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(unknown.body());
    }

    @Test
    void anInvestigatorSeesNothingOfWhatIsAssignedToNobody() throws Exception {
        Map<String, Object> claims = Staff.claims(Role.INVESTIGATOR, OWN);

        assertThat(ask(Door.API, "/api/v1/queues", claims).body())
                .isEqualTo("{\"units\":[{\"unit\":\"PROS.KZ-75\",\"open\":0}]}");
        assertThat(ask(Door.API, "/api/v1/queues/" + OWN + "?limit=1", claims).body())
                .isEqualTo("{\"items\":[],\"next\":null,\"partial\":false}");
    }

    @Test
    void theCommissionersOfficerSeesEveryUnit() throws Exception {
        Map<String, Object> claims = Staff.claims(Role.COMMISSIONER_OFFICER);

        assertThat(ask(Door.API, "/api/v1/queues", claims).body())
                .contains("{\"unit\":\"PROS.KZ-75\",\"open\":3}", "{\"unit\":\"PROS.KZ-71\",\"open\":2}");
        assertThat(ask(Door.API, "/api/v1/queues/" + FOREIGN, claims).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoBelongsToAnotherBodyBesideSeesNothing() throws Exception {
        for (Role role : READERS) {
            Map<String, Object> claims = Map.of("roles", role.code(), "units", List.of(OWN), "body", "MIA_DP_KZ-75");

            assertThat(ask(Door.API, "/api/v1/queues", claims).body()).doesNotContain(OWN, FOREIGN);
            assertThat(ask(Door.API, "/api/v1/queues/" + OWN, claims).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whileNobodyCanTellWhoseAUnitIsNobodySeesAnything() throws Exception {
        desk.reference.set(Optional.empty());

        for (Role role : READERS) {
            assertThat(ask(Door.API, "/api/v1/queues/" + OWN, claims(role)).statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void whatInstancesAskEachOtherIsThereForNoPerson() throws Exception {
        for (StaffRoute route : desk.table()) {
            if (route.door() == Door.PEER) {
                String path =
                        route.path().replace("{unit}", OWN).replace("{complaintId}", "any") + "?partitions=0&limit=1";

                assertThat(ask(Door.API, path, Staff.claims(Role.COMMISSIONER_OFFICER))
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void anInstanceOfTheSameServiceIsAnsweredAndAnyOtherIsNot() {
        assertThat(peer(desk.pass)
                        .slice(QueuePart.whole(OWN), Optional.empty(), 2, Set.of(0))
                        .entries())
                .hasSize(2);
        assertThat(peer(desk.pass).counts(Optional.empty(), Set.of(0)).open()).containsEntry(OWN, 3L);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> peer(PeerPass.NONE).counts(Optional.empty(), Set.of(0)));
    }

    private Slices peer(PeerPass shown) {
        HostInfo host = new HostInfo("localhost", address.getPort());
        return new RemoteSlices(
                new Peer(HttpClient.newHttpClient(), new ObjectMapper(), host, Duration.ofSeconds(5), shown));
    }

    private List<StaffRoute> guarded() {
        return desk.table().stream()
                .filter(route -> route.door() == Door.PAGE || route.door() == Door.API)
                .toList();
    }

    private HttpResponse<String> ask(Door door, String path, Map<String, Object> claims) throws Exception {
        URI asked = address.resolve(path.replace("{unit}", OWN));
        return door == Door.PAGE ? staff.person(asked, claims) : staff.program(asked, "GET", claims);
    }

    /** The Commissioner's people work in no unit of others. */
    private static Map<String, Object> claims(Role role) {
        return role == Role.COMMISSIONER_OFFICER ? Staff.claims(role) : Staff.claims(role, OWN);
    }

    private static int found(StaffRoute route) {
        return name(route).equals(STEP_UP) ? 303 : 200;
    }

    private static String name(StaffRoute route) {
        return route.method() + " " + route.path();
    }
}
