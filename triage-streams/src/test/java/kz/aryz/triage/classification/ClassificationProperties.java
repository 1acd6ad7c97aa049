package kz.aryz.triage.classification;

import static kz.aryz.triage.decision.Complaints.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kz.aryz.schema.AllegationClass;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class ClassificationProperties {

    private static final List<AllegationClass> FROM_WORST =
            List.of(AllegationClass.A, AllegationClass.B, AllegationClass.C, AllegationClass.X);

    private final Classification classification = Classification.standard();

    @Property
    void neverPutsAComplaintBelowAnyDeclaredType(
            @ForAll @NotEmpty Set<AllegationType> declared, @ForAll("stories") String narrative) {
        AllegationClass found = classify(narrative, declared).allegationClass();

        assertThat(declared)
                .allSatisfy(type -> assertThat(rank(found)).isLessThanOrEqualTo(rank(type.allegationClass())));
    }

    @Property
    void neverLowersAComplaintThatSaysMore(
            @ForAll @Size(max = 3) Set<AllegationType> declared,
            @ForAll("stories") String narrative,
            @ForAll("stories") String supplement) {
        Allegation before = classify(narrative, declared);
        Allegation after = classify(narrative + ". " + supplement, declared);

        assertThat(after.signs()).containsAll(before.signs());
    }

    @Property
    void readsAnyTextWhatsoever(@ForAll String narrative) {
        assertThat(classify(narrative, Set.of()).rules()).isNotEmpty();
    }

    @Provide
    Arbitrary<String> stories() {
        return Arbitraries.of(
                        "били",
                        "меня",
                        "током",
                        "холодно",
                        "пакет",
                        "на",
                        "голову",
                        "умер",
                        "камере",
                        "ұрды",
                        "мені",
                        "камерада",
                        "суық",
                        "beat",
                        "me",
                        "letter",
                        "not",
                        "breathe",
                        "без",
                        "сознания",
                        "я")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join(" ", words));
    }

    private Allegation classify(String narrative, Set<AllegationType> declared) {
        List<String> codes = declared.stream().map(Enum::name).toList();
        return classification.classify(
                complaint(account -> account.setNarrative(narrative).setDeclaredTypes(codes)));
    }

    private static int rank(AllegationClass allegationClass) {
        return FROM_WORST.indexOf(allegationClass);
    }
}
