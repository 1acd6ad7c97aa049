package kz.aryz.triage.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.aryz.reference.Reference;
import kz.aryz.reference.ReferenceFiles;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.reference.ReferenceTables;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AccusedParty;
import kz.aryz.schema.ComplainantFacts;
import kz.aryz.schema.GivenTime;
import kz.aryz.schema.IntakeContext;
import kz.aryz.schema.VictimFacts;

/** Complaints to decide about, and the reference data to do it with. */
public final class Complaints {

    public static final ReferenceTables TABLES = ((Reading.Complete) ReferenceFiles.bundled()).tables();
    public static final Reference REFERENCE = new Reference("bundled", TABLES);

    private Complaints() {}

    public static AccountSection complaint(Consumer<AccountSection.Builder> content) {
        AccountSection.Builder builder = AccountSection.newBuilder()
                .setComplainant(ComplainantFacts.newBuilder().build())
                .setIntake(IntakeContext.newBuilder().build());
        content.accept(builder);
        return builder.build();
    }

    public static AccountSection story(String narrative, String... declaredTypes) {
        return complaint(account -> account.setNarrative(narrative).setDeclaredTypes(List.of(declaredTypes)));
    }

    public static List<AccusedParty> accused(String... bodies) {
        return Stream.of(bodies)
                .map(body -> AccusedParty.newBuilder()
                        .setAccusedId("a")
                        .setBodyCode(body)
                        .build())
                .toList();
    }

    public static List<VictimFacts> victim(Consumer<VictimFacts.Builder> facts) {
        VictimFacts.Builder builder = VictimFacts.newBuilder().setVictimId("v1");
        facts.accept(builder);
        return new ArrayList<>(List.of(builder.build()));
    }

    public static GivenTime time(String instant) {
        return new GivenTime(instant, Instant.parse(instant), "MINUTE");
    }
}
