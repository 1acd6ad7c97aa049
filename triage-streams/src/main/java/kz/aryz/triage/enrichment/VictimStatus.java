package kz.aryz.triage.enrichment;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.VictimFacts;

/**
 * What is said of the victims that decides urgency and route. True where it holds for one victim.
 *
 * @param child under 18
 * @param dead died
 * @param missing whereabouts unknown
 * @param held deprived of liberty now
 * @param heldByAccused said to be held by the body that is accused
 */
public record VictimStatus(boolean child, boolean dead, boolean missing, boolean held, boolean heldByAccused) {

    private static final Set<String> MINORS = Set.of("U14", "14_17");
    private static final Set<String> HELD = Set.of(
            "POLICE_HELD",
            "ADMIN_ARREST",
            "IVS",
            "SIZO",
            "CONVICTED",
            "GUARDHOUSE",
            "PSYCHIATRIC",
            "HOSPITAL_GUARDED",
            "HOUSE_ARREST");

    static VictimStatus of(AccountSection account) {
        List<VictimStatus> victims =
                account.getVictims().stream().map(VictimStatus::of).toList();
        boolean heldByAccused = account.getReprisal() != null
                && Boolean.TRUE.equals(account.getReprisal().getVictimInCustodyOfAccusedBody());
        return new VictimStatus(
                victims.stream().anyMatch(VictimStatus::child),
                victims.stream().anyMatch(VictimStatus::dead),
                victims.stream().anyMatch(VictimStatus::missing),
                heldByAccused
                        || Boolean.TRUE.equals(account.getInCustodyNow())
                        || victims.stream().anyMatch(VictimStatus::held),
                heldByAccused);
    }

    /** What one victim's entry says. */
    public static VictimStatus of(VictimFacts victim) {
        String custody = code(Objects.requireNonNullElse(victim.getCustodyStatus(), ""));
        boolean child = MINORS.contains(code(victim.getAgeBand()))
                || victim.getVulnerabilities().stream().map(VictimStatus::code).anyMatch("CHILD"::equals);
        return new VictimStatus(
                child,
                victim.getDeath() != null || custody.equals("DECEASED"),
                custody.equals("MISSING"),
                HELD.contains(custody),
                false);
    }

    /** Codes are kept as they came, and mean the same in capitals and without. */
    private static String code(String asGiven) {
        return asGiven.strip().toUpperCase(Locale.ROOT);
    }
}
