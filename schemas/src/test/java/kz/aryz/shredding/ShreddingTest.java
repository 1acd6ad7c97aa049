package kz.aryz.shredding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Role;
import kz.aryz.schema.AllegationClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShreddingTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(40));
    private static final String UNIT = "PROS.KZ-75";
    private static final Map<String, String> PARENTS =
            Map.of("PROS_KZ-75", "PROSECUTOR", "MIA_DP_KZ-75", "MIA", "NPM", "COMMISSIONER");
    private static final Officer COMMISSIONERS =
            Officer.of("officer", Role.COMMISSIONER_OFFICER, Set.of(), Set.of("COMMISSIONER"));
    private static final Officer PROSECUTOR =
            Officer.of("prosecutor", Role.SUPERVISING_PROSECUTOR, Set.of(UNIT), Set.of("PROS_KZ-75"));
    private static final Approval THEIRS = new Approval(
            "theirs", LONG_AGO, COMMISSIONERS, Set.of("identity"), "COURT_ORDER", Optional.of("2-17/2026"));
    private static final Approval OTHERS = new Approval(
            "others",
            LONG_AGO.plusSeconds(60),
            PROSECUTOR,
            Set.of("identity", "note"),
            "COURT_ORDER",
            Optional.of("2-17/2026"));
    private static final Matters ALLOWED = new Matters(
            true,
            new ComplaintFacts(UNIT, Optional.empty(), Set.of("MIA", "MIA_DP_KZ-75"), false),
            AllegationClass.A,
            List.of(),
            List.of(THEIRS, OTHERS),
            Set.of("identity"),
            new Matters.Terms(Period.ofDays(30), Period.ofDays(180), body -> PARENTS.getOrDefault(body, body)),
            NOW);

    @Test
    void whatTwoBodiesApprovedOnOneOrderIsDestroyedAndWhatCameAfterTheFirstOfThemIsNot() {
        Ruling ruling = Shredding.decide(ALLOWED);

        assertThat(ruling).isEqualTo(allowed(LONG_AGO));
    }

    /** Every guard, one step away from what is allowed. */
    static Stream<Arguments> guards() {
        return Stream.of(
                guard("a hold of the prosecution", holds(set(PROSECUTOR)), Refusal.LEGAL_HOLD),
                guard("a hold of the Commissioner", holds(set(COMMISSIONERS)), Refusal.LEGAL_HOLD),
                guard(
                        "a hold that another office lifted",
                        holds(set(COMMISSIONERS), lifted(PROSECUTOR)),
                        Refusal.LEGAL_HOLD),
                guard(
                        "a hold that was set anew",
                        holds(set(PROSECUTOR), lifted(PROSECUTOR), set(PROSECUTOR)),
                        Refusal.LEGAL_HOLD),
                guard(
                        "a hold that a role which lifts nothing lifted",
                        holds(
                                set(PROSECUTOR),
                                lifted(Officer.of("h", Role.HEAD_OF_UNIT, Set.of(UNIT), Set.of("PROS_KZ-75")))),
                        Refusal.LEGAL_HOLD),
                guard("a hold of whom the complaint excludes", holds(set(accused())), Refusal.LEGAL_HOLD),
                guard(
                        "a hold that somebody of an accused body lifted",
                        holds(set(PROSECUTOR), lifted(accused())),
                        Refusal.LEGAL_HOLD),
                guard(
                        "something unreadable",
                        matters -> with(matters, false, matters.allegationClass()),
                        Refusal.UNREADABLE),
                guard(
                        "what the Commissioner holds",
                        matters -> of(matters, new ComplaintFacts(UNIT, Optional.empty(), Set.of(), true)),
                        Refusal.HELD),
                guard("nobody of the Commissioner", approvals(OTHERS), Refusal.NOT_APPROVED_BY_COMMISSIONER),
                guard("nobody else", approvals(THEIRS), Refusal.NOT_APPROVED_BY_ANOTHER_BODY),
                guard(
                        "two of the Commissioner",
                        approvals(THEIRS, by(OTHERS, commissioners("another"))),
                        Refusal.NOT_APPROVED_BY_ANOTHER_BODY),
                guard(
                        "two of the prosecution",
                        approvals(OTHERS, by(THEIRS, prosecutor("a colleague", "PROS_KZ-75"))),
                        Refusal.NOT_APPROVED_BY_COMMISSIONER),
                guard(
                        "a prosecutor who is of the Commissioner's as well",
                        approvals(THEIRS, by(OTHERS, prosecutor("p", "PROS_KZ-75", "COMMISSIONER"))),
                        Refusal.NOT_APPROVED_BY_ANOTHER_BODY),
                guard(
                        "one person in two roles",
                        approvals(THEIRS, by(OTHERS, prosecutor("officer", "PROS_KZ-75"))),
                        Refusal.NOT_APPROVED_BY_ANOTHER_BODY),
                guard(
                        "a body below the Commissioner",
                        approvals(THEIRS, by(OTHERS, prosecutor("p", "NPM"))),
                        Refusal.NOT_APPROVED_BY_ANOTHER_BODY),
                guard(
                        "an accused body",
                        approvals(THEIRS, by(OTHERS, prosecutor("p", "MIA_DP_KZ-75"))),
                        Refusal.NOT_APPROVED_BY_ANOTHER_BODY),
                guard(
                        "an accused body beside another",
                        approvals(THEIRS, by(OTHERS, prosecutor("p", "PROS_KZ-75", "MIA"))),
                        Refusal.NOT_APPROVED_BY_ANOTHER_BODY),
                guard(
                        "somebody of no body",
                        approvals(THEIRS, by(OTHERS, prosecutor("p"))),
                        Refusal.NOT_APPROVED_BY_ANOTHER_BODY),
                guard(
                        "an officer of no body",
                        approvals(by(THEIRS, commissioners("o", Set.of())), OTHERS),
                        Refusal.NOT_APPROVED_BY_COMMISSIONER),
                guard(
                        "an officer of the police",
                        approvals(by(THEIRS, commissioners("o", Set.of("MIA"))), OTHERS),
                        Refusal.NOT_APPROVED_BY_COMMISSIONER),
                guard(
                        "a prosecutor of another unit",
                        approvals(
                                THEIRS,
                                by(
                                        OTHERS,
                                        Officer.of(
                                                "p",
                                                Role.SUPERVISING_PROSECUTOR,
                                                Set.of("PROS.KZ-71"),
                                                Set.of("PROS_KZ-71")))),
                        Refusal.NOT_APPROVED_BY_ANOTHER_BODY),
                guard(
                        "a role that approves nothing",
                        approvals(
                                THEIRS,
                                by(OTHERS, Officer.of("p", Role.HEAD_OF_UNIT, Set.of(UNIT), Set.of("PROS_KZ-75")))),
                        Refusal.NOT_APPROVED_BY_ANOTHER_BODY),
                guard("another section", approvals(THEIRS, of(OTHERS, "account")), Refusal.OTHER_SECTIONS),
                guard(
                        "no order",
                        approvals(on(THEIRS, "RETENTION_OVER", "7"), on(OTHERS, "RETENTION_OVER", "7")),
                        Refusal.NO_ORDER),
                guard(
                        "an order without a number",
                        approvals(on(THEIRS, "COURT_ORDER", " "), on(OTHERS, "COURT_ORDER", " ")),
                        Refusal.NO_ORDER),
                guard("two orders", approvals(THEIRS, on(OTHERS, "COURT_ORDER", "2-18/2026")), Refusal.NO_ORDER),
                guard(
                        "an order that only one names",
                        approvals(THEIRS, on(OTHERS, "DATA_SUBJECT_REQUEST", "2-17/2026")),
                        Refusal.NO_ORDER),
                guard(
                        "a ground of a later version",
                        approvals(on(THEIRS, "ROYAL_ORDER", "7"), on(OTHERS, "ROYAL_ORDER", "7")),
                        Refusal.NO_ORDER),
                guard("an approval of today", approvals(THEIRS, at(OTHERS, NOW)), Refusal.COOLING_OFF),
                guard(
                        "an approval a second too young",
                        approvals(
                                THEIRS,
                                at(OTHERS, NOW.minus(Duration.ofDays(30)).plusSeconds(1))),
                        Refusal.COOLING_OFF),
                guard(
                        "an approval of the future",
                        approvals(at(THEIRS, NOW.plusSeconds(1)), OTHERS),
                        Refusal.COOLING_OFF),
                guard(
                        "an approval of last year",
                        approvals(at(THEIRS, NOW.minus(Duration.ofDays(180))), OTHERS),
                        Refusal.TOO_OLD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guards")
    void oneGuardAloneForbidsIt(String what, UnaryOperator<Matters> change, Refusal reason) {
        Ruling ruling = Shredding.decide(change.apply(ALLOWED));

        assertThat(ruling).isEqualTo(new Ruling.Refused(List.of(reason)));
    }

    @Test
    void saysAllThatIsMissing() {
        Matters bare = approvals().apply(holds(set(COMMISSIONERS)).apply(ALLOWED));

        assertThat(Shredding.decide(bare))
                .isEqualTo(new Ruling.Refused(List.of(
                        Refusal.LEGAL_HOLD,
                        Refusal.NOT_APPROVED_BY_COMMISSIONER,
                        Refusal.NOT_APPROVED_BY_ANOTHER_BODY)));
    }

    @ParameterizedTest
    @EnumSource(AllegationClass.class)
    void onlyWhatIsNeitherTortureNorAbuseNorUnknownIsDestroyedWithoutAnOrder(AllegationClass allegationClass) {
        Matters request = approvals(on(THEIRS, "DATA_SUBJECT_REQUEST", "7"), on(OTHERS, "RETENTION_OVER", ""))
                .apply(with(ALLOWED, true, allegationClass));

        assertThat(Shredding.decide(request) instanceof Ruling.Allowed)
                .isEqualTo(allegationClass == AllegationClass.C || allegationClass == AllegationClass.X);
    }

    @Test
    void aHoldThatItsOwnOfficeLiftedForbidsNothing() {
        Matters lifted = holds(
                        set(COMMISSIONERS),
                        set(PROSECUTOR),
                        lifted(prosecutor("a colleague", "PROS_KZ-75")),
                        lifted(commissioners("another")))
                .apply(ALLOWED);

        assertThat(Shredding.decide(lifted)).isInstanceOf(Ruling.Allowed.class);
    }

    @Test
    void anApprovalThatDoesNotCountIsInNobodysWay() {
        List<Approval> more = new ArrayList<>(ALLOWED.approvals());
        more.add(at(THEIRS, NOW));
        more.add(by(OTHERS, accused()));
        more.add(of(OTHERS, "account"));

        assertThat(Shredding.decide(approvals(more.toArray(Approval[]::new)).apply(ALLOWED)))
                .isEqualTo(allowed(LONG_AGO));
    }

    @Test
    void ofSeveralPairsItRestsOnTheOneThatCoversMost() {
        Approval again = at(THEIRS, LONG_AGO.plusSeconds(30));

        assertThat(Shredding.decide(approvals(THEIRS, OTHERS, again).apply(ALLOWED)))
                .isEqualTo(allowed(LONG_AGO.plusSeconds(30)));
    }

    private static Ruling allowed(Instant before) {
        return new Ruling.Allowed(
                List.of("theirs", "others"), "COURT_ORDER", Set.of("COMMISSIONER", "PROS_KZ-75"), before);
    }

    private static Arguments guard(String what, UnaryOperator<Matters> change, Refusal reason) {
        return arguments(what, change, reason);
    }

    private static HoldChange set(Officer by) {
        return new HoldChange(LONG_AGO, by, true, "REVIEW", Optional.empty());
    }

    private static HoldChange lifted(Officer by) {
        return new HoldChange(LONG_AGO, by, false, "REVIEW", Optional.empty());
    }

    private static Officer accused() {
        return prosecutor("accused", "MIA_DP_KZ-75");
    }

    private static Officer prosecutor(String pseudonym, String... bodies) {
        return Officer.of(pseudonym, Role.SUPERVISING_PROSECUTOR, Set.of(UNIT), Set.of(bodies));
    }

    private static Officer commissioners(String pseudonym) {
        return commissioners(pseudonym, Set.of("COMMISSIONER"));
    }

    private static Officer commissioners(String pseudonym, Set<String> bodies) {
        return Officer.of(pseudonym, Role.COMMISSIONER_OFFICER, Set.of(), bodies);
    }

    private static Approval by(Approval approval, Officer officer) {
        return new Approval(
                approval.eventId(),
                approval.at(),
                officer,
                approval.sections(),
                approval.ground(),
                approval.reference());
    }

    private static Approval at(Approval approval, Instant at) {
        return new Approval(
                approval.eventId(), at, approval.by(), approval.sections(), approval.ground(), approval.reference());
    }

    private static Approval of(Approval approval, String section) {
        return new Approval(
                approval.eventId(),
                approval.at(),
                approval.by(),
                Set.of(section),
                approval.ground(),
                approval.reference());
    }

    private static Approval on(Approval approval, String ground, String reference) {
        return new Approval(
                approval.eventId(), approval.at(), approval.by(), approval.sections(), ground, Optional.of(reference));
    }

    private static UnaryOperator<Matters> holds(HoldChange... changes) {
        return matters -> new Matters(
                matters.complete(),
                matters.facts(),
                matters.allegationClass(),
                List.of(changes),
                matters.approvals(),
                matters.sections(),
                matters.terms(),
                matters.now());
    }

    private static Matters of(Matters matters, ComplaintFacts facts) {
        return new Matters(
                matters.complete(),
                facts,
                matters.allegationClass(),
                matters.holds(),
                matters.approvals(),
                matters.sections(),
                matters.terms(),
                matters.now());
    }

    private static UnaryOperator<Matters> approvals(Approval... approvals) {
        return matters -> new Matters(
                matters.complete(),
                matters.facts(),
                matters.allegationClass(),
                matters.holds(),
                List.of(approvals),
                matters.sections(),
                matters.terms(),
                matters.now());
    }

    private static Matters with(Matters matters, boolean complete, AllegationClass allegationClass) {
        return new Matters(
                complete,
                matters.facts(),
                allegationClass,
                matters.holds(),
                matters.approvals(),
                matters.sections(),
                matters.terms(),
                matters.now());
    }
}
