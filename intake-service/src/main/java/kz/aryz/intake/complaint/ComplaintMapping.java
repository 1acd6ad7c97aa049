package kz.aryz.intake.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.intake.json.Json;
import kz.aryz.reference.Reference;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.Channel;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.IntakeContext;
import kz.aryz.schema.Language;

/**
 * Understands a JSON value as a complaint. Total: there is no JSON it refuses. Every value ends in a section, except the number
 * of an anonymous caller, which is not kept on purpose.
 */
public final class ComplaintMapping {

    /** The field that names the sender's idempotency key. */
    static final String IDEMPOTENCY_FIELD = "clientMessageId";

    private final Supplier<Optional<Reference>> reference;

    /** @param reference the codes that are known now; empty while there are none */
    public ComplaintMapping(Supplier<Optional<Reference>> reference) {
        this.reference = reference;
    }

    /** The same value and instant give the same complaint as long as the reference data is the same. */
    public Complaint map(Json body, Instant receivedAt) {
        TimeReading times = new TimeReading(receivedAt);
        Gaps gaps = new Gaps();
        Leftovers account = new Leftovers();
        Leftovers identity = new Leftovers();
        Json.Obj object = asObject(body, gaps, account);
        Fields fields = new Fields(object, gaps, account, times);
        KnownCodes codes = new KnownCodes(reference.get(), List.of(times.today()));
        return new Reading(fields, fields.leavingTo(identity), codes, gaps, account, identity).complaint(receivedAt);
    }

    /** The idempotency key that the message itself names; empty where there is none. */
    public static Optional<String> idempotencyKey(Json body) {
        return body instanceof Json.Obj object
                ? object.members().stream()
                        .filter(member -> member.name().equals(IDEMPOTENCY_FIELD))
                        .reduce((first, second) -> second)
                        .flatMap(member -> scalar(member.value()))
                        .filter(key -> !key.isBlank())
                : Optional.empty();
    }

    private static Optional<String> scalar(Json value) {
        return switch (value) {
            case Json.Text text -> Optional.of(text.value());
            case Json.Num number -> Optional.of(number.letters());
            case Json.Bool bool -> Optional.of(String.valueOf(bool.value()));
            case Json.Obj other -> Optional.empty();
            case Json.Arr other -> Optional.empty();
            case Json.Null nothing -> Optional.empty();
        };
    }

    /** A bare text is the story; any other bare value is kept beside it. */
    private static Json.Obj asObject(Json body, Gaps gaps, Leftovers leftovers) {
        if (body instanceof Json.Obj object) {
            return object;
        }
        gaps.add(GapCode.WRONG_TYPE, "");
        if (body instanceof Json.Text story) {
            return new Json.Obj(List.of(new Json.Member("narrative", story)));
        }
        leftovers.add("", "", body);
        return new Json.Obj(List.of());
    }

    /** One reading of one object; the order of the steps is the order of the gaps. */
    private record Reading(
            Fields fields, Fields personal, KnownCodes codes, Gaps gaps, Leftovers account, Leftovers identity) {

        Complaint complaint(Instant receivedAt) {
            IntakeContext intake = IntakeReading.context(fields);
            Channel channel = IntakeReading.channel(fields, intake);
            Language language = IntakeReading.language(fields, intake);
            AccountSection.Builder story =
                    new AccountReading(fields, codes).read().setIntake(intake);
            IdentitySection.Builder people = new PeopleReading(personal, codes).read(story);
            ConsentReading consents = ConsentReading.read(fields);
            story.setConsents(consents.all());
            whereUnknownFieldsGo(consents).close();
            AccountSection accountSection =
                    story.setUnrecognised(account.text()).build();
            IdentitySection identitySection =
                    people.setUnrecognised(identity.text()).build();
            accountSection.setCompleteness(
                    Completeness.percent(accountSection, identitySection, field -> gaps.add(GapCode.MISSING, field)));
            return new Complaint(
                    receivedAt,
                    channel,
                    language,
                    consents.transmitToProsecutor(),
                    consents.shareWithCommissioner(),
                    accountSection,
                    identitySection,
                    gaps.list());
        }

        /** A field that nobody knows may hold a name: without consent it is kept where the prosecution cannot read it. */
        private Fields whereUnknownFieldsGo(ConsentReading consents) {
            return consents.transmitToProsecutor() == ConsentValue.GIVEN ? fields : personal;
        }
    }
}
