package kz.aryz.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.intake.json.Json;
import kz.aryz.intake.json.JsonReader;
import kz.aryz.intake.json.UnreadableJson;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.avro.generic.IndexedRecord;

/** Whatever comes, nothing of it is refused and nothing lost. */
class NothingIsLostTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T06:00:00Z");
    private static final Set<String> CLEAR = Set.of("channel", "language", "callerNumber");
    private static final String[] NAMES = {
        "channel",
        "language",
        "narrative",
        "declaredTypes",
        "facilityCode",
        "accusedBodyCodes",
        "accused",
        "incidentFrom",
        "ongoing",
        "frequency",
        "complainant",
        "victims",
        "witnesses",
        "consents",
        "medical",
        "safeguards",
        "reprisal",
        "duress",
        "priorRemedies",
        "fullName",
        "iin",
        "birthDate",
        "ageBand",
        "death",
        "relation",
        "name",
        "code",
        "status",
        "delayHours",
        "transmitToProsecutor",
        "other",
        "scope",
        "value",
        "textVersion",
        "clientMessageId",
        "callerNumber",
        "vulnerabilities",
        "detained",
        "injuries",
        "visibleInjuries",
        "at",
        "capturedAt",
        "origin",
        "addressee",
        "withdrawnAt",
        "safeguardsDenied",
        "pattern"
    };

    private final ComplaintMapping mapping = new ComplaintMapping(Optional::empty);

    @Property(tries = 3000)
    void everyLeafIsFoundAgain(@ForAll("messages") Json message) throws UnreadableJson {
        Complaint complaint = mapping.map(message, RECEIVED);

        Set<String> kept = new HashSet<>();
        collect(complaint.account(), kept);
        collect(complaint.identity(), kept);
        kept.add(complaint.channel().name());
        kept.add(complaint.transmitToProsecutor().name());
        kept.add(complaint.shareWithCommissioner().name());
        assertThat(kept).containsAll(leaves(message).toList());
    }

    @Provide
    Arbitrary<Json> messages() {
        return objects(values(4));
    }

    private static Arbitrary<Json> values(int depth) {
        Arbitrary<Json> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6).map(Json.Text::new),
                Arbitraries.of("GIVEN", "SELF", "U14", "2022-01-06", "1990-01-01", "TORTURE", "809915300016", "true")
                        .map(Json.Text::new),
                Arbitraries.of("0", "1", "24.5", "1e400", "3.1400", "99999999999")
                        .map(Json.Num::new),
                Arbitraries.of(true, false).map(Json.Bool::new),
                Arbitraries.of(new Json.Null()));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Json> inner = Arbitraries.lazy(() -> values(depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(4, leaf),
                Tuple.of(3, objects(inner)),
                Tuple.of(2, inner.list().ofMaxSize(4).map(Json.Arr::new)));
    }

    private static Arbitrary<Json> objects(Arbitrary<Json> inner) {
        Arbitrary<String> names = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(NAMES)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(4)));
        return Combinators.combine(names, inner)
                .as(Json.Member::new)
                .list()
                .ofMaxSize(12)
                .map(Json.Obj::new);
    }

    /** Letters of every value but what is no value: null, blanks, and the fields that carry no content. */
    private static Stream<String> leaves(Json json) {
        return switch (json) {
            case Json.Obj object ->
                object.members().stream()
                        .filter(member -> !CLEAR.contains(member.name()))
                        .flatMap(member -> leaves(member.value()));
            case Json.Arr array -> array.items().stream().flatMap(NothingIsLostTest::leaves);
            case Json.Text text -> Stream.of(text.value()).filter(value -> !value.isBlank());
            case Json.Num number -> Stream.of(number.letters());
            case Json.Bool bool -> Stream.of(String.valueOf(bool.value()));
            case Json.Null nothing -> Stream.of();
        };
    }

    private static void collect(Object value, Set<String> kept) throws UnreadableJson {
        if (value instanceof IndexedRecord section) {
            for (int field = 0; field < section.getSchema().getFields().size(); field++) {
                collect(section.get(field), kept);
            }
        } else if (value instanceof Collection<?> items) {
            for (Object item : items) {
                collect(item, kept);
            }
        } else if (value != null) {
            String text = value.toString();
            kept.add(text);
            kept.add(text.replaceAll("\\.0$", ""));
            if (text.startsWith("{")) {
                kept.addAll(leavesOf(text));
            }
        }
    }

    private static List<String> leavesOf(String unrecognised) throws UnreadableJson {
        Json json = new JsonReader(1 << 20).read(unrecognised.getBytes(StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>();
        allLeaves(json, all);
        return all;
    }

    private static void allLeaves(Json json, List<String> all) {
        switch (json) {
            case Json.Obj object -> object.members().forEach(member -> allLeaves(member.value(), all));
            case Json.Arr array -> array.items().forEach(item -> allLeaves(item, all));
            case Json.Text text -> all.add(text.value());
            case Json.Num number -> all.add(number.letters());
            case Json.Bool bool -> all.add(String.valueOf(bool.value()));
            case Json.Null nothing -> {}
        }
    }
}
