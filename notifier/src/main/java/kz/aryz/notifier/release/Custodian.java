package kz.aryz.notifier.release;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.aryz.access.Access;
import kz.aryz.access.Person;
import kz.aryz.access.StaffPersons;
import kz.aryz.access.Verdict;
import kz.aryz.audit.RecordedReleases;
import kz.aryz.command.Commands;
import kz.aryz.command.Refusal;
import kz.aryz.command.Reply;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.Lookup;
import kz.aryz.dossier.Place;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.dossier.Places;
import kz.aryz.dossier.Stretch;
import kz.aryz.dossier.Trail;
import kz.aryz.dossier.opening.SentPart;
import kz.aryz.id.DeterministicId;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.CommandVerdict;
import kz.aryz.schema.ExOfficioCheck;
import kz.aryz.schema.Release;
import kz.aryz.sealing.KeysUnavailableException;
import kz.aryz.sealing.Section;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.KafkaException;

/**
 * Asks triage to give to a unit what the Commissioner holds. A release is on record before it is asked for. The keys are not
 * touched here: they follow the event ({@link KeyHandover}).
 */
final class Custodian {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Function<String, Lookup> dossiers;
    private final Places places;
    private final PlacedRecords records;
    private final RecordedReleases releases;
    private final Commands commands;
    private final ReleaseMark mark;
    private final Clock clock;

    Custodian(
            Function<String, Lookup> dossiers,
            Places places,
            PlacedRecords records,
            RecordedReleases releases,
            Commands commands,
            ReleaseMark mark,
            Clock clock) {
        this.dossiers = dossiers;
        this.places = places;
        this.records = records;
        this.releases = releases;
        this.commands = commands;
        this.mark = mark;
        this.clock = clock;
    }

    /** Whether the caller may do that with the complaint, as far as is known here. */
    boolean isOffered(Caller caller, Dossier dossier, Step step) {
        return caller.person().filter(person -> may(person, dossier, step)).isPresent();
    }

    /**
     * Has it done, and says what became of it.
     *
     * @throws ProblemException where the caller may not, or there is no such complaint, which is the same; where it could not
     *     be put on record; where triage refused
     */
    Answer ask(Caller caller, String complaintId, Wish wish) throws InterruptedException {
        Person person = caller.person().orElseThrow(() -> ProblemException.of(Wish.problem("nobody-signs-in", 403)));
        Dossier dossier = find(complaintId);
        if (!may(person, dossier, wish.step())) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        CaseCommand command = command(person, dossier, wish);
        if (wish.step() == Step.RELEASE) {
            putOnRecord(person, dossier, wish, command.getRelease().getKeyRefs());
        }
        return switch (commands.put(command)) {
            case Reply.Answered answered -> answer(answered.outcome());
            case Reply.Noted ignored -> new Answer(command.getCommandId(), Answer.State.NOTED);
            case Reply.Unwritten ignored -> throw ProblemException.retryAfter(Wish.problem("unwritten", 503), PAUSE);
        };
    }

    private static boolean may(Person person, Dossier dossier, Step step) {
        return Access.decide(person, step.action(), dossier.custody().facts()) instanceof Verdict.Allowed;
    }

    private Dossier find(String complaintId) {
        return switch (dossiers.apply(complaintId)) {
            case Lookup.Found found -> found.dossier();
            case Lookup.Unknown ignored -> throw ProblemException.of(ProblemType.NOT_FOUND);
            case Lookup.Unanswered ignored -> throw ProblemException.retryAfter(ProblemType.UNAVAILABLE, PAUSE);
        };
    }

    private void putOnRecord(Person person, Dossier dossier, Wish wish, List<String> keyRefs)
            throws InterruptedException {
        RecordedReleases.Permit permit = releases.permit(person, dossier.custody())
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
        if (!permit.record(wish.unit(), wish.reasonCode(), keyRefs, wish.note())) {
            throw nothingDone();
        }
    }

    private CaseCommand command(Person person, Dossier dossier, Wish wish) {
        CaseCommand.Builder command = CaseCommand.newBuilder()
                .setKind(wish.step().kind())
                .setCommandId(commandId(person, dossier, wish))
                .setComplaintId(dossier.complaintId())
                .setExpectedSeq(wish.seq().orElse(dossier.lastSeq()))
                .setAt(clock.instant())
                .setActor(StaffPersons.record(person));
        return switch (wish.step()) {
            case RELEASE -> command.setRelease(release(dossier, wish)).build();
            case CHECK ->
                command.setExOfficioCheck(new ExOfficioCheck(wish.unit(), wish.reasonCode()))
                        .build();
        };
    }

    private Release release(Dossier dossier, Wish wish) {
        List<String> keyRefs = identityKeys(dossier);
        try {
            return new Release(
                    wish.unit(), wish.reasonCode(), keyRefs, mark.of(dossier.complaintId(), wish.unit(), keyRefs));
        } catch (KeysUnavailableException unreadable) {
            throw nothingDone();
        }
    }

    private static String commandId(Person person, Dossier dossier, Wish wish) {
        return DeterministicId.of(
                wish.step().kind().name(),
                person.pseudonym(),
                dossier.complaintId(),
                wish.unit(),
                wish.reasonCode(),
                wish.key());
    }

    /**
     * What there is of the identity, by what came in, stretch after stretch from the latest to the first: a key that was not read
     * yet is among them, and a destroyed one.
     */
    private List<String> identityKeys(Dossier dossier) {
        List<String> keyRefs = new ArrayList<>();
        Optional<Place> before = Optional.empty();
        do {
            Stretch stretch = places.stretch(dossier.complaintId(), Trail.SUBMISSIONS, before)
                    .orElseThrow(Custodian::nothingDone);
            keyRefs.addAll(0, identityKeys(dossier, stretch));
            before = stretch.next();
        } while (before.isPresent());
        return keyRefs;
    }

    private List<String> identityKeys(Dossier dossier, Stretch stretch) {
        try {
            return records.read(Topics.SUBMISSIONS, dossier.complaintId(), stretch.places()).values().stream()
                    .flatMap(submission -> SentPart.of(submission, Section.IDENTITY))
                    .map(part -> part.sealed().getKeyRef())
                    .toList();
        } catch (KafkaException unreadable) {
            throw nothingDone();
        }
    }

    private static ProblemException nothingDone() {
        return ProblemException.retryAfter(Wish.problem("nothing-done", 503), PAUSE);
    }

    private static Answer answer(CommandOutcome outcome) {
        if (outcome.getVerdict() == CommandVerdict.ACCEPTED) {
            return new Answer(outcome.getCommandId(), Answer.State.DONE);
        }
        String reason = Optional.ofNullable(outcome.getReason()).orElse("");
        if (reason.equals(Refusal.NOT_THERE.name())) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return new Answer(outcome.getCommandId(), Answer.State.of(reason));
    }
}
