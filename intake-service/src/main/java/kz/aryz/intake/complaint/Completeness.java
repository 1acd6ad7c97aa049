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
    private int wanted;
    private int given;

    private Completeness(AccountSection account, IdentitySection identity, Consumer<String> missing) {
        this.account = account;
        this.identity = identity;
        this.missing = missing;
    }

    /**
     * How much of it is there.
     *
     * @param missing told the path of each field that is missing
     */
    static int percent(AccountSection account, IdentitySection identity, Consumer<String> missing) {
        Completeness completeness = new Completeness(account, identity, missing);
        completeness.routable();
        completeness.investigable();
        return completeness.given * 100 / completeness.wanted;
    }

    private void routable() {
        want(PLACES, hasPlace());
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

    private void want(String field, boolean isGiven) {
        want(List.of(field), isGiven);
    }

    /** Any one of the fields is enough. */
    private void want(List<String> fields, boolean isGiven) {
        wanted++;
        if (isGiven) {
            given++;
        } else {
            fields.forEach(missing);
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
