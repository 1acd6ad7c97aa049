package kz.aryz.intake.complaint;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AccusedParty;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.MedicalInfo;
import kz.aryz.schema.PersonIdentity;
import kz.aryz.schema.VictimFacts;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted to route a complaint and to investigate it, after the monitors' minimum data set of the Association for the
 * Prevention of Torture. What is missing is a task for later, never a refusal.
 */
final class Completeness {

    private static final List<String> PLACES = List.of("facilityCode", "accusedBodyCodes", "regionCode");

    private final AccountSection account;
    private final IdentitySection identity;
    private final Consumer<String> missing;

    private Completeness(AccountSection account, IdentitySection identity, Consumer<String> missing) {
        this.account = account;
        this.identity = identity;
        this.missing = missing;
    }

    /** @param missing told the path of each field that is missing */
    static void check(AccountSection account, IdentitySection identity, Consumer<String> missing) {
        Completeness completeness = new Completeness(account, identity, missing);
        completeness.routable();
        completeness.investigable();
    }

    private void routable() {
        if (!hasPlace()) {
            PLACES.forEach(missing);
        }
        want("declaredTypes", !account.getDeclaredTypes().isEmpty());
        want("inCustodyNow", account.getInCustodyNow() != null);
    }

    private void investigable() {
        MedicalInfo medical = account.getMedical();
        want("narrative", isGiven(account.getNarrative()));
        want("incidentFrom", account.getIncidentFrom() != null);
        want("methods", !account.getMethods().isEmpty());
        want("medical.injuries", medical != null && !medical.getInjuries().isEmpty());
        want("medical.examStatus", medical != null && isGiven(medical.getExamStatus()));
        want("complainant.safeContact", hasContact());
    }

    private boolean hasPlace() {
        return Stream.concat(
                        Stream.of(account.getFacilityCode(), account.getRegionCode()),
                        Stream.concat(
                                account.getAccused().stream().map(AccusedParty::getBodyCode),
                                account.getVictims().stream().map(VictimFacts::getFacilityCode)))
                .anyMatch(Completeness::isGiven);
    }

    private boolean hasContact() {
        return isGiven(account.getComplainant().getSafeContact()) || isReachable(identity.getComplainant());
    }

    private static boolean isReachable(@Nullable PersonIdentity person) {
        return person != null
                && (isGiven(person.getPhone()) || isGiven(person.getEmail()) || isGiven(person.getAddress()));
    }

    private void want(String field, boolean given) {
        if (!given) {
            missing.accept(field);
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
