package kz.aryz.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.aryz.runtime.streams.Answer;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What instances answer each other arrives as it was. */
class SlicesTest {

    private static final Dossier.Destroyed DESTROYED =
            new Dossier.Destroyed("2026-11-26T10:00:00Z", "COURT_ORDER", List.of("COMMISSIONER"));

    private final ObjectMapper json = new ObjectMapper();

    static List<Answer> answers() {
        Dossier.Owner owner = new Dossier.Owner(
                "PROS.KZ-75",
                "PROSECUTOR",
                Set.of("MIA"),
                "KZ-75",
                "IVS",
                "somebody",
                Records.RECEIVED_AT.toString(),
                "PATTERN");
        Dossier dossier = new Dossier(
                Records.COMPLAINT,
                Records.NUMBER,
                Records.RECEIVED_AT.toString(),
                "WEB_FORM",
                "KAZAKH",
                ConsentValue.GIVEN,
                "A",
                Priority.P1,
                owner,
                new Dossier.Release("PROS.KZ-75", 7, Records.RECEIVED_AT.toString(), "LEGAL_DUTY"),
                3,
                true,
                true,
                Map.of("identity", List.of(DESTROYED)));
        return List.of(
                DossierSlice.NOT_HERE,
                new DossierSlice(Set.of(4), null),
                new DossierSlice(Set.of(4), dossier),
                StretchSlice.NOT_HERE,
                new StretchSlice(Set.of(4), new Stretch(List.of(3L, 5L), true)),
                KeysSlice.NOT_HERE,
                new KeysSlice(
                        Set.of(4),
                        Map.of("c/identity/k", new KeyPlace(9L, null), "c/note/k", new KeyPlace(null, DESTROYED))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsReadAsItWasWritten(Answer answer) throws IOException {
        assertThat(json.readValue(json.writeValueAsBytes(answer), answer.getClass()))
                .isEqualTo(answer);
    }
}
