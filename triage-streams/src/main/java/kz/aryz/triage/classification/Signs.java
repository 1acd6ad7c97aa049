package kz.aryz.triage.classification;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AccusedParty;
import kz.aryz.schema.GivenTime;
import kz.aryz.schema.MedicalInfo;
import kz.aryz.schema.VictimFacts;
import kz.aryz.triage.enrichment.VictimStatus;

/** What a complaint reads like: its texts against the lexicon, its coded fields, and what fits no field. */
final class Signs {

    private static final Map<String, Sign> METHODS = Map.<String, Sign>ofEntries(
            Map.entry("BLUNT_FORCE", Sign.BEATING),
            Map.entry("ELECTRIC_SHOCK", Sign.ELECTRIC_SHOCK),
            Map.entry("ASPHYXIATION_DRY", Sign.SUFFOCATION),
            Map.entry("ASPHYXIATION_WET", Sign.SUFFOCATION),
            Map.entry("PENETRATING_OR_GUNSHOT", Sign.GUNSHOT),
            Map.entry("SEXUAL", Sign.SEXUAL_VIOLENCE),
            Map.entry("NUDITY", Sign.HUMILIATION),
            Map.entry("HUMILIATION", Sign.HUMILIATION));

    private static final Set<String> PAINFUL_METHODS = Set.of(
            "FALANGA",
            "SUSPENSION",
            "STRESS_POSITION",
            "BURN",
            "CRUSH",
            "CHEMICAL",
            "DRUGS",
            "SLEEP_DEPRIVATION",
            "FOOD_WATER_DEPRIVATION",
            "SENSORY_DEPRIVATION",
            "ISOLATION",
            "HEAT_COLD",
            "THREAT_TO_SELF",
            "THREAT_TO_FAMILY",
            "FORCED_WITNESSING",
            "MOCK_EXECUTION",
            "DOG");

    private static final Map<String, Sign> INJURIES = Map.of(
            "GUNSHOT", Sign.GUNSHOT,
            "SEXUAL_TRAUMA", Sign.SEXUAL_VIOLENCE,
            "DEATH", Sign.DEATH);

    private Signs() {}

    static Set<Sign> of(AccountSection account, Lexicon lexicon) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        texts(account).forEach(text -> signs.addAll(lexicon.signs(text)));
        coded(account.getMethods()).forEach(method -> addMethod(method, signs));
        account.getVictims().forEach(victim -> addFate(victim, signs));
        if (!account.getDuress().isEmpty()) {
            signs.add(Sign.FORCED_CONFESSION);
        }
        if (account.getMedical() != null) {
            addMedical(account.getMedical(), account, signs);
        }
        return signs;
    }

    /** Everything in words, codes included: a code that is none may be a word. */
    private static Stream<String> texts(AccountSection account) {
        return Stream.of(
                        Stream.of(
                                account.getNarrative(),
                                account.getNarrativeTranslation(),
                                account.getPlaceDetail(),
                                account.getObjectsUsed(),
                                account.getEffects(),
                                account.getOfficialResponse(),
                                account.getConsequences(),
                                account.getComplaintRoutes(),
                                account.getUnrecognised()),
                        account.getDeclaredTypes().stream(),
                        account.getMethods().stream(),
                        account.getPurposes().stream(),
                        Stream.of(account.getIncidentFrom(), account.getIncidentTo())
                                .filter(Objects::nonNull)
                                .map(GivenTime::getAsGiven),
                        account.getVictims().stream().flatMap(Signs::victimTexts),
                        account.getAccused().stream().map(AccusedParty::getDescription),
                        account.getPriorRemedies().stream()
                                .flatMap(remedy -> Stream.of(remedy.getAddressee(), remedy.getResult())),
                        reprisalIndicators(account),
                        Stream.ofNullable(account.getMedical()).flatMap(Signs::medicalTexts))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull);
    }

    private static Stream<String> victimTexts(VictimFacts victim) {
        return Stream.concat(
                Stream.of(victim.getDetainingAuthority(), victim.getDetainedPlace()),
                Stream.ofNullable(victim.getDeath())
                        .flatMap(death -> Stream.of(death.getPlace(), death.getCause(), death.getCustodyChain())));
    }

    private static Stream<String> reprisalIndicators(AccountSection account) {
        return account.getReprisal() == null ? Stream.of() : account.getReprisal().getIndicators().stream();
    }

    private static Stream<String> medicalTexts(MedicalInfo medical) {
        return Stream.concat(
                medical.getInjuries().stream(), Stream.of(medical.getSymptoms(), medical.getRefusalReasonCode()));
    }

    private static void addMethod(String method, Set<Sign> signs) {
        Sign sign = PAINFUL_METHODS.contains(method) ? Sign.PAINFUL_METHOD : METHODS.get(method);
        if (sign != null) {
            signs.add(sign);
        }
    }

    private static void addFate(VictimFacts victim, Set<Sign> signs) {
        VictimStatus status = VictimStatus.of(victim);
        if (status.dead()) {
            signs.add(Sign.DEATH);
        }
        if (status.missing()) {
            signs.add(Sign.DISAPPEARANCE);
        }
    }

    private static void addMedical(MedicalInfo medical, AccountSection account, Set<Sign> signs) {
        coded(medical.getInjuries()).map(INJURIES::get).filter(Objects::nonNull).forEach(signs::add);
        boolean careDenied =
                coded(account.getDeclaredTypes()).anyMatch(AllegationType.DENIAL_OF_MEDICAL_CARE.name()::equals);
        if (careDenied && Boolean.TRUE.equals(medical.getTreatmentNeeded())) {
            signs.add(Sign.LIFE_AT_RISK);
        }
    }

    private static Stream<String> coded(List<String> codes) {
        return codes.stream().map(code -> code.strip().toUpperCase(Locale.ROOT));
    }
}
