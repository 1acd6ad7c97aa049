package kz.aryz.triage.enrichment;

import java.util.Set;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.VictimFacts;
import org.jspecify.annotations.Nullable;

/**
 * What the victims' entries say that decides urgency and route. True where it holds for one victim.
 *
 * @param child under 18
 * @param dead died
 * @param missing whereabouts unknown
 * @param held deprived of liberty now
 */
public record VictimStatus(boolean child, boolean dead, boolean missing, boolean held) {

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
        return new VictimStatus(
                account.getVictims().stream().anyMatch(VictimStatus::isChild),
                account.getVictims().stream().anyMatch(VictimStatus::isDead),
                account.getVictims().stream().anyMatch(victim -> "MISSING".equals(victim.getCustodyStatus())),
                Boolean.TRUE.equals(account.getInCustodyNow())
                        || account.getVictims().stream().anyMatch(victim -> isHeld(victim.getCustodyStatus())));
    }

    private static boolean isChild(VictimFacts victim) {
        return MINORS.contains(victim.getAgeBand())
                || victim.getVulnerabilities().contains("CHILD");
    }

    private static boolean isDead(VictimFacts victim) {
        return victim.getDeath() != null || "DECEASED".equals(victim.getCustodyStatus());
    }

    private static boolean isHeld(@Nullable String custodyStatus) {
        return custodyStatus != null && HELD.contains(custodyStatus);
    }
}
