package kz.aryz.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.access.Role;
import kz.aryz.runtime.door.Staff;
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

/** What people find at the desk. Which role finds something behind which route is a table of {@code system-tests}. */
class DeskAccessTest {
    private static final String OWN = "PROS.KZ-75";
    private static final String FOREIGN = "PROS.KZ-71";

    private static final Set<Role> READERS = EnumSet.of(
            Role.TRIAGE_OFFICER,
            Role.INVESTIGATOR,
            Role.HEAD_OF_UNIT,
            Role.SUPERVISING_PROSECUTOR,
            Role.COMMISSIONER_OFFICER);

    private final Staff staff = new Staff("triage-streams");
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

        try (HttpClient browser = staff.signedIn(address, claims)) {
            HttpResponse<String> foreign = page(browser, "/?unit=" + FOREIGN);
            HttpResponse<String> unknown = page(browser, "/?unit=NO.SUCH-UNIT");

            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(unknown.body()).contains("action=\"/sign-out\"");
        }
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

    private HttpResponse<String> ask(Door door, String path, Map<String, Object> claims) throws Exception {
        URI asked = address.resolve(path.replace("{unit}", OWN));
        return door == Door.PAGE ? staff.person(asked, claims) : staff.program(asked, "GET", claims);
    }

    private HttpResponse<String> page(HttpClient browser, String path) throws Exception {
        HttpRequest page = HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", "text/html")
                .build();
        return browser.send(page, BodyHandlers.ofString());
    }

    /** The Commissioner's people work in no unit of others. */
    private static Map<String, Object> claims(Role role) {
        return role == Role.COMMISSIONER_OFFICER ? Staff.claims(role) : Staff.claims(role, OWN);
    }
}
