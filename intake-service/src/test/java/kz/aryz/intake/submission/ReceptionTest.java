package kz.aryz.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.aryz.intake.json.JsonReader;
import kz.aryz.intake.json.UnreadableJson;
import kz.aryz.intake.log.InMemoryLog;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Opening;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.Section;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private static final Instant LATER = TestIntake.NOW.plus(Duration.ofDays(3));
    private static final String BODY =
            "{\"narrative\":\"CANARY-STORY\",\"complainant\":{\"fullName\":\"CANARY-NAME\"}}";

    private final TestIntake intake = TestIntake.create();

    @Test
    void claimsThenKeysThenPublishesThenNotesTheAnswer() throws UnreadableJson {
        intake.reception().receive(message("k", BODY));

        assertThat(intake.log().entries())
                .extracting(InMemoryLog.Entry::topic)
                .containsExactly(
                        "intake.receipts",
                        "complaints.keys",
                        "complaints.keys",
                        "complaints.submissions",
                        "intake.receipts");
    }

    @Test
    void sealsTheAccountForBothAndTheIdentityForTheCommissionerAlone() throws UnreadableJson {
        intake.reception().receive(message("k", BODY));

        Submission submission = intake.log().values(Topics.SUBMISSIONS).getFirst();
        ComplaintReceived complaint = submission.getComplaintReceived();
        Sealed account = complaint.getSections().getFirst();
        Sealed identity = complaint.getSections().getLast();
        assertThat(account.getRecipients()).containsExactlyInAnyOrder("TRIAGE", "COMMISSIONER");
        assertThat(identity.getRecipients()).containsExactly("COMMISSIONER");
        String id = submission.getHeader().getComplaintId();
        Opening<AccountSection> story =
                intake.keys().opener(Recipient.TRIAGE).open(id, Section.ACCOUNT, account, key(account));
        Opening<IdentitySection> name =
                intake.keys().opener(Recipient.COMMISSIONER).open(id, Section.IDENTITY, identity, key(identity));
        assertThat(((Opening.Opened<AccountSection>) story).content().getNarrative())
                .isEqualTo("CANARY-STORY");
        assertThat(((Opening.Opened<IdentitySection>) name)
                        .content()
                        .getComplainant()
                        .getFullName())
                .isEqualTo("CANARY-NAME");
    }

    @Test
    void sealsTheIdentityForTriageOnlyWithConsent() throws UnreadableJson {
        intake.reception().receive(message("k", "{\"a\":1,\"consents\":{\"transmitToProsecutor\":\"GIVEN\"}}"));

        assertThat(intake.log().values(Topics.KEYS).getLast().getWraps())
                .extracting(KeyWrap::getRecipient)
                .containsExactlyInAnyOrder("TRIAGE", "COMMISSIONER");
    }

    @Test
    void leavesNothingOfTheContentInClear() throws UnreadableJson {
        Answer answer = intake.reception().receive(message("CANARY-KEY", BODY));

        assertThat(intake.log().entries().toString()).doesNotContain("CANARY");
        assertThat(intake.log().entries().toString())
                .doesNotContain(((Answer.Accepted) answer).key().reveal());
    }

    @Test
    void givesARepetitionTheSameAnswerAndPublishesOnce() throws UnreadableJson {
        Answer first = intake.reception().receive(message("k", BODY));
        Answer second = intake.restartedAt(LATER).reception().receive(message("k", BODY));

        assertThat(text(second)).isEqualTo(text(first));
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(1);
    }

    @Test
    void whoeverSendsTheSameAgainMinutesLaterCountsAsTold() throws UnreadableJson {
        assertThat(accepted(intake).told()).isFalse();

        Instant over = TestIntake.NOW.plus(Reception.SHOWN_AGAIN_FOR);
        assertThat(accepted(intake.restartedAt(over.minusMillis(1))).told()).isFalse();
        assertThat(accepted(intake.restartedAt(over)).told()).isTrue();
    }

    @Test
    void nobodyCountsAsToldOfWhatCouldNotBeConfirmedHoweverLate() throws UnreadableJson {
        intake.log().lose("complaints.submissions"::equals);
        intake.reception().receive(message("k", BODY));

        TestIntake later = intake.restartedAt(LATER);
        assertThat(accepted(later).told()).isFalse();
        assertThat(accepted(later).told()).isFalse();
    }

    @Test
    void whoeverLeavesCountsAsToldAtOnceAndAtEveryInstance() throws UnreadableJson {
        Answer.Accepted first = accepted(intake);

        intake.reception().leave(first.complaintId());

        assertThat(accepted(intake).told()).isTrue();
        assertThat(accepted(intake.restartedAt(TestIntake.NOW)).told()).isTrue();
        assertThat(text(accepted(intake))).isEqualTo(text(first));
    }

    @Test
    void whoeverMustBeGoneWaitsForNothingAndCountsAsToldAtOnce() throws UnreadableJson {
        Answer.Accepted first = accepted(intake);
        intake.log().lose("intake.receipts"::equals);

        intake.reception().leaveAtOnce(first.complaintId());

        assertThat(accepted(intake).told()).isTrue();
    }

    @Test
    void whoeverLeavesCountsAsToldHereThoughItCannotBeNoted() throws UnreadableJson {
        Answer.Accepted first = accepted(intake);
        intake.log().lose("intake.receipts"::equals);

        intake.reception().leave(first.complaintId());

        assertThat(accepted(intake).told()).isTrue();
        assertThat(accepted(intake.restartedAt(TestIntake.NOW)).told()).isFalse();
    }

    @Test
    void knowsWhatIsStoredAndStoresNothingByBeingAsked() throws UnreadableJson {
        Message message = message("k", BODY);
        assertThat(intake.reception().storedAt(message)).isEmpty();
        assertThat(intake.log().entries()).isEmpty();

        intake.log().lose("complaints.submissions"::equals);
        intake.reception().receive(message);
        assertThat(intake.reception().storedAt(message)).isEmpty();

        TestIntake later = intake.restartedAt(LATER);
        later.reception().receive(message);
        assertThat(later.reception().storedAt(message)).contains(TestIntake.NOW);
    }

    @Test
    void whoeverAsksWhatTheyWereAnsweredHearsTheSameAndCountsAsToldAsIfTheySentItAgain() throws UnreadableJson {
        Answer.Accepted first = accepted(intake);
        Message message = message("k", BODY);

        Answer.Accepted again = intake.reception().again(message).orElseThrow();
        assertThat(text(again)).isEqualTo(text(first));
        assertThat(again.told()).isFalse();

        Instant over = TestIntake.NOW.plus(Reception.SHOWN_AGAIN_FOR);
        assertThat(intake.restartedAt(over)
                        .reception()
                        .again(message)
                        .orElseThrow()
                        .told())
                .isTrue();
        intake.reception().leave(first.complaintId());
        assertThat(intake.reception().again(message).orElseThrow().told()).isTrue();
    }

    @Test
    void nothingIsAnsweredAgainThatIsNotKnownToBeSafe() throws UnreadableJson {
        assertThat(intake.reception().again(message("k", BODY))).isEmpty();
        assertThat(intake.log().entries()).isEmpty();

        intake.log().lose("complaints.submissions"::equals);
        intake.reception().receive(message("k", BODY));
        assertThat(intake.reception().again(message("k", BODY))).isEmpty();
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() throws UnreadableJson {
        intake.reception().receive(message("k", BODY));

        assertThat(intake.reception().receive(message("k", "{\"narrative\":\"other\"}")))
                .isInstanceOf(Answer.Conflict.class);
    }

    @Test
    void takesTheSameBodyUnderAnotherKeyAsAnotherComplaint() throws UnreadableJson {
        Answer first = intake.reception().receive(message("k1", BODY));
        Answer second = intake.reception().receive(message("k2", BODY));

        assertThat(text(second)).doesNotContainAnyElementsOf(text(first).subList(0, 2));
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(2);
    }

    @Test
    void answersThatNobodyKnowsAndPublishesWithTheFirstTimeWhenSentAgain() throws UnreadableJson {
        intake.log().lose("complaints.submissions"::equals);
        assertThat(intake.reception().receive(message("k", BODY))).isInstanceOf(Answer.Unknown.class);

        TestIntake later = intake.restartedAt(LATER);
        Answer answer = later.reception().receive(message("k", BODY));

        assertThat(((Answer.Accepted) answer).receivedAt()).isEqualTo(TestIntake.NOW);
        assertThat(intake.log().values(Topics.SUBMISSIONS)).singleElement().satisfies(submission -> {
            assertThat(submission.getComplaintReceived().getReceivedAt()).isEqualTo(TestIntake.NOW);
            assertThat(submission.getHeader().getRecordedAt()).isEqualTo(LATER);
        });
    }

    @Test
    void answersThatNobodyKnowsWhereverTheLogFails() throws UnreadableJson {
        for (String topic : List.of("intake.receipts", "complaints.keys", "complaints.submissions")) {
            TestIntake failing = TestIntake.create();
            failing.log().lose(topic::equals);
            assertThat(failing.reception().receive(message("k", BODY))).isInstanceOf(Answer.Unknown.class);
            assertThat(failing.log().values(Topics.SUBMISSIONS)).isEmpty();
        }
    }

    @Test
    void repeatsTheEventIdWhenItPublishesAgain() throws UnreadableJson {
        intake.reception().receive(message("k", BODY));
        InMemoryLog withoutNote = new InMemoryLog();
        String id = intake.log().values(Topics.RECEIPTS).getFirst().getComplaintId();
        assertThat(withoutNote.append(
                        Topics.RECEIPTS,
                        id,
                        "claim",
                        intake.log().values(Topics.RECEIPTS).getFirst()))
                .isDone();
        TestIntake again = TestIntake.over(withoutNote, intake.keys(), LATER);

        again.reception().receive(message("k", BODY));

        Submission first = intake.log().values(Topics.SUBMISSIONS).getFirst();
        Submission second = withoutNote.values(Topics.SUBMISSIONS).getFirst();
        assertThat(second.getHeader().getEventId()).isEqualTo(first.getHeader().getEventId());
        assertThat(second.getComplaintReceived().getSections().getFirst().getKeyRef())
                .isNotEqualTo(
                        first.getComplaintReceived().getSections().getFirst().getKeyRef());
    }

    private WrappedKey key(Sealed sealed) {
        return intake.log().values(Topics.KEYS).stream()
                .filter(key -> KeyReference.of(key).equals(sealed.getKeyRef()))
                .findFirst()
                .orElseThrow();
    }

    private static Answer.Accepted accepted(TestIntake at) throws UnreadableJson {
        return (Answer.Accepted) at.reception().receive(message("k", BODY));
    }

    /** Number, key, time, gaps. */
    private static List<String> text(Answer answer) {
        Answer.Accepted accepted = (Answer.Accepted) answer;
        return List.of(
                accepted.number().text(),
                accepted.key().reveal(),
                accepted.receivedAt().toString(),
                accepted.gaps().toString());
    }

    private static Message message(String key, String body) throws UnreadableJson {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Message(Message.API, key, bytes, new JsonReader(1 << 20).read(bytes));
    }
}
