package kz.aryz.triage.classification;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AllegationClass;
import kz.aryz.triage.classification.Allegation.Classified;
import kz.aryz.triage.classification.Allegation.Unclassifiable;

/** What a complaint alleges: the highest of what was declared and what it reads like. Stateless, immutable. */
public final class Classification {

    private final Lexicon lexicon;

    public Classification(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The classification with the lexicon that comes with the service. */
    public static Classification standard() {
        return new Classification(Lexicon.standard());
    }

    public Allegation classify(AccountSection account) {
        Set<AllegationType> declared = declared(account);
        Set<Sign> signs = Signs.of(account, lexicon);
        boolean isA = !signs.isEmpty() || declared.stream().anyMatch(Classification::isA);
        if (!isA && (declared.isEmpty() || someTypeIsUnknown(account))) {
            return new Unclassifiable(names(declared), List.of("C-UNKNOWN"));
        }
        return classified(declared, signs);
    }

    /** What nobody can read may be the gravest of what was declared. */
    private static boolean someTypeIsUnknown(AccountSection account) {
        return account.getDeclaredTypes().stream()
                .anyMatch(type -> !type.isBlank() && AllegationType.of(type).isEmpty());
    }

    private static Allegation classified(Set<AllegationType> declared, Set<Sign> signs) {
        Set<AllegationType> types = EnumSet.noneOf(AllegationType.class);
        types.addAll(declared);
        signs.forEach(sign -> types.add(sign.type()));
        AllegationType primary = types.iterator().next();
        boolean raised = !signs.isEmpty() && declared.stream().noneMatch(Classification::isA);
        return new Classified(
                signs.isEmpty() ? primary.allegationClass() : AllegationClass.A,
                primary.name(),
                names(types),
                signs,
                raised ? List.of("C-DECLARED", "C-RAISED") : List.of("C-DECLARED"));
    }

    private static List<String> names(Set<AllegationType> types) {
        return types.stream().map(AllegationType::name).toList();
    }

    private static boolean isA(AllegationType type) {
        return type.allegationClass() == AllegationClass.A;
    }

    private static Set<AllegationType> declared(AccountSection account) {
        return account.getDeclaredTypes().stream()
                .map(AllegationType::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AllegationType.class)));
    }
}
