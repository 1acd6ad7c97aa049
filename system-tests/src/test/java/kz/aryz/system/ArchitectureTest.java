package kz.aryz.system;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.jspecify.annotations.NullMarked;

/** What holds the modules together and apart. */
@AnalyzeClasses(packages = "kz.aryz", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String INTAKE = "kz.aryz.intake..";
    private static final String CLERK = "kz.aryz.intake.clerk..";
    private static final String DOSSIER = "kz.aryz.dossier..";
    private static final String TRIAGE = "kz.aryz.triage..";
    private static final String NOTIFIER = "kz.aryz.notifier..";

    /** Made by Avro's compiler, which knows nothing of null marks. */
    private static final List<String> GENERATED =
            List.of("kz.aryz.schema", "kz.aryz.dossier.state", "kz.aryz.triage.state", "kz.aryz.notifier.state");

    @ArchTest
    static final ArchRule intakeKnowsNoOtherService = noClasses()
            .that()
            .resideInAPackage(INTAKE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(TRIAGE, NOTIFIER));

    @ArchTest
    static final ArchRule triageKnowsNoOtherService = noClasses()
            .that()
            .resideInAPackage(TRIAGE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(INTAKE, NOTIFIER));

    @ArchTest
    static final ArchRule notifierKnowsNoOtherService = noClasses()
            .that()
            .resideInAPackage(NOTIFIER)
            .should()
            .dependOnClassesThat(resideInAnyPackage(INTAKE, TRIAGE));

    @ArchTest
    static final ArchRule theDossierKnowsNoService = noClasses()
            .that()
            .resideInAPackage(DOSSIER)
            .should()
            .dependOnClassesThat(resideInAnyPackage(INTAKE, TRIAGE, NOTIFIER));

    @ArchTest
    static final ArchRule onlyQuickstartKnowsQuickstart = noClasses()
            .that()
            .resideOutsideOfPackage("kz.aryz.quickstart..")
            .should()
            .dependOnClassesThat(resideInAPackage("kz.aryz.quickstart.."));

    @ArchTest
    static final ArchRule decisionsKnowNoKafka = noClasses()
            .that()
            .resideInAnyPackage(
                    "kz.aryz.triage.classification..",
                    "kz.aryz.triage.conflict..",
                    "kz.aryz.triage.decision..",
                    "kz.aryz.triage.enrichment..",
                    "kz.aryz.triage.priority..",
                    "kz.aryz.triage.routing..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.kafka.."));

    @ArchTest
    static final ArchRule theRuleOfAccessKnowsNoTransport = noClasses()
            .that()
            .resideInAPackage("kz.aryz.access..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.apache.kafka..", "io.javalin..", "jakarta.servlet..", "com.nimbusds.."));

    /** A route of theirs goes through {@code StaffRoutes}, which takes none without its guard. */
    @ArchTest
    static final ArchRule pagesForStaffAddNoRouteOfTheirOwn = noClasses()
            .that()
            .resideInAnyPackage(CLERK, DOSSIER, TRIAGE, NOTIFIER)
            .should()
            .dependOnClassesThat(resideInAPackage("io.javalin.config.."));

    @ArchTest
    static final ArchRule bodiesAreReadInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("kz.aryz.runtime.http")
            .should()
            .callMethodWhere(target(owner(assignableTo(Context.class)))
                    .and(target(nameMatching("req|body.*|formParam.*|uploadedFile.*"))))
            .because("all bodies together have a bound; see RequestBody");

    @ArchTest
    static final ArchRule nobodyAsksStoresInTheWayThatStopsThem = noClasses()
            .should()
            .callMethod(KafkaStreams.class, "query", StateQueryRequest.class)
            .because("of KAFKA-19629; see LocalPartitions");

    @ArchTest
    static final ArchRule nobodyLooksAtTheWallClockButThroughAClock = noClasses()
            .that()
            .resideInAnyPackage(
                    INTAKE, DOSSIER, TRIAGE, NOTIFIER, "kz.aryz.reference..", "kz.aryz.sealing..", "kz.aryz.id..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule nothingIsNamedAfterNothing = classes()
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses imported) {
        JavaPackage root = imported.getPackage("kz.aryz");
        assertThat(root.getSubpackagesInTree())
                .filteredOn(one -> one.getClasses().stream()
                        .anyMatch(type -> !type.getSimpleName().equals("package-info")))
                .filteredOn(one -> !GENERATED.contains(one.getName()))
                .allSatisfy(one -> assertThat(one.isAnnotatedWith(NullMarked.class))
                        .as(one.getName())
                        .isTrue());
    }
}
