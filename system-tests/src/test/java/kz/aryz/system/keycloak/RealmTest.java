package kz.aryz.system.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.aryz.access.Role;
import kz.aryz.quickstart.BundledReference;
import org.junit.jupiter.api.Test;

/** The realm that Keycloak takes in compose, against what Aryz knows. */
class RealmTest {

    private static final String OF_EVERYBODY = "default-roles-aryz";

    private final JsonNode realm = read();

    @Test
    void hasEveryRoleAndNoOther() {
        assertThat(realm.at("/roles/realm").findValuesAsText("name"))
                .filteredOn(name -> !name.equals(OF_EVERYBODY))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Role.values()).map(Role::code).toList());
    }

    @Test
    void givesEverybodyTheirOwnAccountAndNothingElse() {
        JsonNode everybody = one(realm.at("/roles/realm"), "name", OF_EVERYBODY);

        assertThat(realm.at("/defaultRole/name").asText()).isEqualTo(OF_EVERYBODY);
        assertThat(everybody.path("composites").toString())
                .isEqualTo("{\"client\":{\"account\":[\"manage-account\",\"view-profile\"]}}");
    }

    @Test
    void hasAGroupForEveryUnitThatPutsItsMembersThere() {
        JsonNode units = group("units").path("subGroups");

        assertThat(units.findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(
                        new TreeSet<>(BundledReference.read().unitCodes()));
        assertThat(units)
                .allSatisfy(unit -> assertThat(unit.at("/attributes/units/0")).isEqualTo(unit.path("name")));
    }

    @Test
    void saysOfTheCommissionersOfficersWhoseTheyAre() {
        assertThat(group("bodies").at("/subGroups/0/attributes/body/0").asText())
                .isEqualTo("COMMISSIONER");
    }

    @Test
    void wantsAOneTimeCodeOfEverybody() {
        assertThat(executions("staff sign in"))
                .containsExactly(
                        "conditional-level-of-authentication REQUIRED",
                        "auth-username-password-form REQUIRED",
                        "auth-otp-form REQUIRED");
        assertThat(executions("staff step up"))
                .containsExactly("conditional-level-of-authentication REQUIRED", "auth-otp-form REQUIRED");
        assertThat(realm.path("browserFlow").asText()).isEqualTo("staff");
        assertThat(realm.path("clients"))
                .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean(true));
    }

    @Test
    void holdsNoSecret() {
        Pattern given = Pattern.compile("\\$\\{ARYZ_[A-Z]+_SECRET}");

        assertThat(realm.findValuesAsText("secret")).hasSize(4).allMatch(given.asMatchPredicate());
        assertThat(realm.has("users")).isFalse();
        assertThat(realm.findValues("credentials")).isEmpty();
    }

    @Test
    void forbidsPasswordsThatWouldBeGuessed() throws IOException {
        List<String> forbidden;
        try (InputStream file =
                RealmTest.class.getResourceAsStream("/kz/aryz/quickstart/signin/forbidden-passwords.txt")) {
            forbidden = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }

        assertThat(realm.path("passwordPolicy").asText().split(" and "))
                .contains("length(12)", "passwordBlacklist(forbidden-passwords.txt)", "maxAuthAge(0)");
        assertThat(forbidden)
                .hasSizeGreaterThan(3_000)
                .doesNotHaveDuplicates()
                .allSatisfy(word ->
                        assertThat(word).hasSizeGreaterThanOrEqualTo(12).isEqualTo(word.toLowerCase(Locale.ROOT)));
    }

    @Test
    void signsWithAKeyOfAnEllipticCurve() {
        assertThat(realm.path("defaultSignatureAlgorithm").asText()).isEqualTo("ES256");
    }

    @Test
    void letsPeopleInOnlyWhereTheyCanBeSentBackTo() {
        Set<String> places = Set.of("intake-service", "triage-streams", "notifier", "account-console");

        assertThat(realm.path("clients"))
                .filteredOn(client -> client.path("standardFlowEnabled").asBoolean())
                .allSatisfy(client -> {
                    assertThat(places).contains(client.path("clientId").asText());
                    assertThat(client.path("redirectUris")).hasSize(1);
                    assertThat(client.at("/attributes/pkce.code.challenge.method")
                                    .asText())
                            .isEqualTo("S256");
                })
                .hasSameSizeAs(places);
    }

    @Test
    void tellsEveryServiceThatASessionHasEnded() {
        assertThat(realm.path("clients"))
                .filteredOn(client -> client.path("standardFlowEnabled").asBoolean() && client.has("secret"))
                .hasSize(3)
                .allSatisfy(client -> {
                    JsonNode attributes = client.path("attributes");
                    assertThat(attributes.path("backchannel.logout.url").asText())
                            .matches("\\$\\{ARYZ_[A-Z]+_INSIDE}/sign-out/back-channel");
                    assertThat(attributes
                                    .path("backchannel.logout.session.required")
                                    .asText())
                            .isEqualTo("true");
                });
    }

    private JsonNode group(String name) {
        return one(realm.path("groups"), "name", name);
    }

    private List<String> executions(String flow) {
        return one(realm.path("authenticationFlows"), "alias", flow)
                .path("authenticationExecutions")
                .valueStream()
                .map(step -> step.path("authenticator").asText()
                        + ' '
                        + step.path("requirement").asText())
                .toList();
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        return list.valueStream()
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read() {
        try (InputStream file = RealmTest.class.getResourceAsStream("/kz/aryz/quickstart/signin/realm.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
