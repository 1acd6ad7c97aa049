package kz.aryz.intake.form;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import kz.aryz.id.ComplaintNumber;
import kz.aryz.intake.json.JsonWriter;
import kz.aryz.intake.submission.Actor;
import kz.aryz.intake.submission.Answer;
import kz.aryz.intake.submission.Message;
import kz.aryz.intake.submission.Reception;
import kz.aryz.runtime.http.HttpServer;

/** Hands in what somebody typed. Remembers nothing of it but which forms it has taken in lately, and when and as what. */
public final class HandingIn {

    private final Reception reception;
    private final LatelyTaken lately = new LatelyTaken();

    public HandingIn(Reception reception) {
        this.reception = reception;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It is safe. */
        sealed interface Stored extends Outcome {}

        /** Number and key are to be shown. */
        record Taken(Answer.Accepted receipt) implements Stored {}

        /** It has been safe for a while, and who sent it has seen number and key: the key is not to be shown again. */
        record Told(ComplaintNumber number, Instant receivedAt) implements Stored {}

        /** It goes back to whoever typed it, with all that they typed. */
        record Returned(Problem problem) implements Outcome {}
    }

    /**
     * Hands it in. The same typing under the same client id is one complaint, however often it comes.
     *
     * @param entry the way in, as {@link Message} names it
     * @param actor who takes it in
     */
    public Outcome handIn(String entry, Typed typed, FormMessage said, Actor actor) {
        if (!said.tells()) {
            return new Outcome.Returned(new Problem.Empty());
        }
        Message message = message(entry, typed, said, actor);
        int beyond = message.bytes().length - HttpServer.MAX_BODY_BYTES;
        if (beyond > 0) {
            return new Outcome.Returned(Problem.TooLong.by(beyond, typed.longest()));
        }
        return switch (reception.receive(message)) {
            case Answer.Accepted accepted -> taken(typed, accepted);
            case Answer.Unknown unknown -> new Outcome.Returned(new Problem.Unconfirmed());
            case Answer.Conflict conflict ->
                throw new IllegalStateException("the key of a form follows from what was typed");
        };
    }

    private Outcome taken(Typed typed, Answer.Accepted accepted) {
        lately.add(typed, told(accepted));
        return stored(accepted);
    }

    private static Outcome.Stored stored(Answer.Accepted accepted) {
        return accepted.told() ? told(accepted) : new Outcome.Taken(accepted);
    }

    private static Outcome.Told told(Answer.Accepted accepted) {
        return new Outcome.Told(accepted.number(), accepted.receivedAt());
    }

    /**
     * What became of a form that comes to be shown in another language, if it was taken in here lately. With all that was handed in it
     * repeats that, and its sender may never have seen the answer. With less, whoever sends it has gone back to before that, and may be
     * somebody else: they are not shown the key.
     */
    public Optional<Outcome.Stored> before(String entry, Typed typed, FormMessage said) {
        return takenLately(typed)
                .map(told -> reception
                        .again(message(entry, typed, said, Actor.SERVICE))
                        .map(HandingIn::stored)
                        .orElse(told));
    }

    /** The form that was taken in here lately under the client id of one that comes to be shown in another language. */
    private Optional<Outcome.Told> takenLately(Typed typed) {
        return typed.changesLanguage() && !typed.clientId().isBlank() ? lately.find(typed) : Optional.empty();
    }

    /** When exactly this was received, if it was handed in before and is safe. Nothing is handed in by asking. */
    public Optional<Instant> storedAt(String entry, Typed typed, FormMessage said) {
        return typed.clientId().isBlank()
                ? Optional.empty()
                : takenLately(typed)
                        .map(Outcome.Told::receivedAt)
                        .or(() -> reception.storedAt(message(entry, typed, said, Actor.SERVICE)));
    }

    /** Whoever was shown number and key of that complaint leaves them. */
    public void leave(String complaintId) {
        if (!complaintId.isBlank()) {
            reception.leave(complaintId);
        }
    }

    /** The same, and they are gone before that is noted. */
    public void leaveAtOnce(String complaintId) {
        if (!complaintId.isBlank()) {
            reception.leaveAtOnce(complaintId);
        }
    }

    /**
     * The key is the client id with what was typed. A second click or a reload repeats both, and so does whoever sends it again in
     * another language; whoever goes back and types more has more to say, and is not turned away.
     */
    private static Message message(String entry, Typed typed, FormMessage said, Actor actor) {
        String text = JsonWriter.write(said.typed());
        String client = typed.clientId().isBlank() ? Message.randomKey() : typed.clientId();
        return new Message(entry, client + "|" + text, text.getBytes(StandardCharsets.UTF_8), said.json(), actor);
    }
}
