package kz.aryz.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.Holder;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DossiersTest {

    private static final int PARTITION = Topics.SUBMISSIONS.partition(Records.COMPLAINT);

    private final Held held = new Held();
    private final Gathering<DossierContents> instances =
            new Gathering<>(() -> List.of(new Holder<>(held, Set.of(PARTITION))), 1, Duration.ofSeconds(5));
    private final Dossiers dossiers = new Dossiers(HttpClient.newHttpClient(), held, instances);

    @AfterEach
    void close() {
        dossiers.close();
    }

    @Test
    void manyDataKeysAreAskedForInParts() {
        List<String> keyRefs = IntStream.range(0, 2 * Dossiers.KEYS_AT_ONCE + 20)
                .mapToObj(number -> Records.COMPLAINT + "/note/" + number)
                .toList();

        Optional<Map<String, KeyPlace>> keys = dossiers.keys(Records.COMPLAINT, keyRefs);

        assertThat(keys.orElseThrow()).containsOnlyKeys(keyRefs);
        assertThat(held.asked).containsExactly(Dossiers.KEYS_AT_ONCE, Dossiers.KEYS_AT_ONCE, 20);
    }

    @Test
    void dataKeysOfAnotherComplaintAreNotThere() {
        String own = Records.COMPLAINT + "/note/1";

        Optional<Map<String, KeyPlace>> keys =
                dossiers.keys(Records.COMPLAINT, List.of("another/note/1", own, own, Records.COMPLAINT + "5/note/1"));

        assertThat(keys.orElseThrow()).containsOnlyKeys(own);
        assertThat(held.asked).containsExactly(1);
    }

    @Test
    void whereWhoeverKnowsDoesNotAnswerNothingIsSaid() {
        held.answering = false;

        assertThat(dossiers.find(Records.COMPLAINT)).isEqualTo(new Lookup.Unanswered());
        assertThat(dossiers.stretch(Records.COMPLAINT, Trail.ACCESSES, Optional.empty()))
                .isEmpty();
        assertThat(dossiers.keys(Records.COMPLAINT, List.of(Records.COMPLAINT + "/note/1")))
                .isEmpty();
    }

    @Test
    void whereWhoeverKnowsHasNothingThereIsNothing() {
        assertThat(dossiers.find(Records.COMPLAINT)).isEqualTo(new Lookup.Unknown());
        assertThat(dossiers.stretch(Records.COMPLAINT, Trail.ACCESSES, Optional.empty()))
                .contains(new Stretch(List.of(), false));
    }

    /** Has every data key, and nothing else. */
    private static final class Held implements DossierContents {

        private final List<Integer> asked = new ArrayList<>();
        private boolean answering = true;

        @Override
        public DossierSlice find(String complaintId) {
            return answering ? new DossierSlice(Set.of(PARTITION), null) : DossierSlice.NOT_HERE;
        }

        @Override
        public StretchSlice stretch(String complaintId, Trail trail, Optional<Place> before) {
            return answering
                    ? new StretchSlice(Set.of(PARTITION), new Stretch(List.of(), false))
                    : StretchSlice.NOT_HERE;
        }

        @Override
        public KeysSlice keys(String complaintId, List<String> keyRefs) {
            asked.add(keyRefs.size());
            return answering
                    ? new KeysSlice(
                            Set.of(PARTITION),
                            keyRefs.stream()
                                    .collect(Collectors.toMap(keyRef -> keyRef, keyRef -> new KeyPlace(1L, null))))
                    : KeysSlice.NOT_HERE;
        }
    }
}
