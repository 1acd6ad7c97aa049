package kz.aryz.dossier.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import kz.aryz.runtime.http.Language;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AccusedParty;
import kz.aryz.schema.ComplainantFacts;
import kz.aryz.schema.GivenTime;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.IntakeContext;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.PersonIdentity;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.RandomData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionContentTest {

    private static final long SEED = 2022_01;

    private final ResourceBundle labels = bundle("fields", Locale.ROOT);
    private final ShownSection shown = new ShownSection(
            labels, bundle("complaint", Locale.ROOT), CodeWords.in(Language.ENGLISH), time -> "at " + time);

    @Test
    void whatStandsInASectionIsThereAndNothingElse() {
        IdentitySection identity = IdentitySection.newBuilder()
                .setComplainant(PersonIdentity.newBuilder()
                        .setFullName("Жанна <b>Сарсенова</b>")
                        .build())
                .build();

        assertThat(SectionContent.of(identity))
                .isEqualTo(Map.of("complainant", Map.of("fullName", "Жанна <b>Сарсенова</b>")));
    }

    @Test
    void timesListsAndTruthReadAsWhatTheyAre() {
        AccountSection account = AccountSection.newBuilder()
                .setDeclaredTypes(List.of("TORTURE", "THREAT"))
                .setIncidentFrom(GivenTime.newBuilder()
                        .setAsGiven("в ночь на пятое")
                        .setInstant(Instant.parse("2022-01-05T01:00:00Z"))
                        .build())
                .setOngoing(true)
                .setAccused(List.of(AccusedParty.newBuilder().setAccusedId("a1").build()))
                .setComplainant(ComplainantFacts.newBuilder().build())
                .setIntake(IntakeContext.newBuilder().build())
                .build();

        List<ShownField> fields = shown.of(SectionContent.of(account));

        assertThat(fields)
                .contains(
                        ShownField.of("Alleged", "torture, beating or other violence\nTHREAT"),
                        ShownField.of(
                                "From",
                                List.of(
                                        ShownField.of("As given", "в ночь на пятое"),
                                        ShownField.of("Understood as", "at 2022-01-05T01:00:00Z"),
                                        ShownField.of("Precision", "not known"))),
                        ShownField.of("Goes on", "yes"),
                        ShownField.of(
                                "Accused",
                                List.of(ShownField.of(
                                        "1",
                                        List.of(
                                                ShownField.of("Accused", "a1"),
                                                ShownField.of("Known by name or badge", "no"))))));
    }

    /** Whatever is in a section, every text of it is on the page. */
    @ParameterizedTest
    @ValueSource(classes = {AccountSection.class, IdentitySection.class})
    void noFieldIsLeftOut(Class<?> section) {
        Schema schema = SpecificData.get().getSchema(section);
        for (Object any : new RandomData(schema, 20, SEED)) {
            List<String> texts = new ArrayList<>();
            collectTexts(any, texts);

            String page = flat(shown.of(SectionContent.of((GenericRecord) any)));

            assertThat(texts).allSatisfy(text -> assertThat(page).contains(text));
        }
    }

    private static void collectTexts(@Nullable Object value, List<String> texts) {
        switch (value) {
            case null -> {}
            case GenericRecord inner ->
                inner.getSchema().getFields().forEach(field -> collectTexts(inner.get(field.pos()), texts));
            case GenericData.Array<?> list -> list.forEach(entry -> collectTexts(entry, texts));
            case CharSequence text -> texts.add(text.toString());
            default -> {}
        }
    }

    private static String flat(List<ShownField> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach(field -> text.append(field.text()).append('\n').append(flat(field.inner())));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ru", "kk"})
    void everyFieldHasANameInEveryLanguage(String language) {
        Set<String> fields = new HashSet<>();
        for (Class<?> section : List.of(AccountSection.class, IdentitySection.class, NoteSection.class)) {
            collectFields(SpecificData.get().getSchema(section), fields);
        }

        assertThat(bundle("fields", Locale.of(language)).keySet()).isEqualTo(fields);
    }

    private static void collectFields(Schema schema, Set<String> names) {
        switch (schema.getType()) {
            case RECORD -> {
                for (Field field : schema.getFields()) {
                    names.add(field.name());
                    collectFields(field.schema(), names);
                }
            }
            case UNION -> schema.getTypes().forEach(branch -> collectFields(branch, names));
            case ARRAY -> collectFields(schema.getElementType(), names);
            default -> {}
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk"})
    void everyTextIsThereInEveryLanguage(String language) {
        for (String name : List.of("complaint", "problems")) {
            assertThat(bundle(name, Locale.of(language)).keySet())
                    .isEqualTo(bundle(name, Locale.ROOT).keySet());
        }
    }

    @Test
    void whatIsOpenIsLeftOutOfTexts() {
        assertThat(ShownField.of("Full name", "Жанна")).hasToString("ShownField[Full name]");
        assertThat(new OpenedPart("2022-01-05T09:05:00Z", null, Map.of("fullName", "Жанна"), null, null).toString())
                .doesNotContain("Жанна");
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                "kz.aryz.dossier.opening." + name,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
