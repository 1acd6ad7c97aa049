package kz.aryz.triage.enrichment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.reference.Reference;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.Facility;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.GivenTime;
import kz.aryz.schema.Region;
import kz.aryz.schema.VictimFacts;
import org.jspecify.annotations.Nullable;

/** Looks up what the reference data knows about the codes of a complaint. Stateless, immutable. */
public final class Enrichment {

    private final Reference reference;

    public Enrichment(Reference reference) {
        this.reference = reference;
    }

    public Circumstances enrich(AccountSection account, Instant receivedAt, Instant decidedAt) {
        LocalDate receivedOn = Reference.day(receivedAt);
        LocalDate decidedOn = Reference.day(decidedAt);
        LocalDate from = day(account.getIncidentFrom());
        return new Circumstances(
                reference.profile(receivedOn),
                receivedOn,
                decidedOn,
                from,
                lastDay(account, decidedOn),
                scene(account, from == null ? receivedOn : from, decidedOn),
                custody(account, decidedOn),
                VictimStatus.of(account));
    }

    private static @Nullable LocalDate lastDay(AccountSection account, LocalDate decidedOn) {
        if (Boolean.TRUE.equals(account.getOngoing())) {
            return decidedOn;
        }
        LocalDate to = lastDay(account.getIncidentTo());
        return to == null ? lastDay(account.getIncidentFrom()) : to;
    }

    /** The last day that a time can mean: "January" may be the 31st. */
    private static @Nullable LocalDate lastDay(@Nullable GivenTime time) {
        LocalDate day = day(time);
        return time == null || day == null
                ? null
                : switch (time.getPrecision()) {
                    case "WEEK" -> day.plusDays(6);
                    case "MONTH" -> day.plusMonths(1).minusDays(1);
                    default -> day;
                };
    }

    /** The place as it is known on the day of the decision, or was on the day of the incident or last where it is gone. */
    private Place scene(AccountSection account, LocalDate incident, LocalDate date) {
        return facility(account.getFacilityCode(), date)
                .or(() -> facility(account.getFacilityCode(), incident))
                .or(() -> lastKnown(account.getFacilityCode(), date))
                .orElseGet(() -> new Place(
                        null,
                        typeCode(account.getFacilityType(), date),
                        regionCode(account.getRegionCode(), date),
                        operatorOfType(account.getFacilityType(), date)));
    }

    private List<Place> custody(AccountSection account, LocalDate date) {
        return account.getVictims().stream()
                .map(VictimFacts::getFacilityCode)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(code -> facility(code, date).or(() -> lastKnown(code, date)).stream())
                .toList();
    }

    private Optional<Place> lastKnown(@Nullable String code, LocalDate date) {
        return Stream.ofNullable(code)
                .flatMap(known -> reference.facilitiesDuring(known.strip(), LocalDate.EPOCH, date).stream())
                .reduce((earlier, later) -> later)
                .map(Enrichment::place);
    }

    private Optional<Place> facility(@Nullable String code, LocalDate date) {
        return Stream.ofNullable(code)
                .flatMap(known -> reference.facility(known.strip(), date).stream())
                .map(Enrichment::place)
                .findFirst();
    }

    private static Place place(Facility facility) {
        return new Place(
                facility.getCode(), facility.getFacilityType(), facility.getRegionCode(), facility.getOperatorBody());
    }

    private @Nullable String typeCode(@Nullable String code, LocalDate date) {
        return type(code, date).map(FacilityType::getCode).orElse(null);
    }

    private @Nullable String operatorOfType(@Nullable String code, LocalDate date) {
        return type(code, date).map(FacilityType::getOperatorBody).orElse(null);
    }

    private Optional<FacilityType> type(@Nullable String code, LocalDate date) {
        return Optional.ofNullable(code).flatMap(known -> reference.facilityType(known.strip(), date));
    }

    private @Nullable String regionCode(@Nullable String code, LocalDate date) {
        return Optional.ofNullable(code)
                .flatMap(known -> reference.region(known.strip(), date))
                .map(Region::getCode)
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable GivenTime time) {
        return time == null || time.getInstant() == null ? null : Reference.day(time.getInstant());
    }
}
