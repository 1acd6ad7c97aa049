package kz.aryz.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.STANDARD_INCLUDE_PATTERN;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.EngineFilter.excludeEngines;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Where suites are what is run, what is in none would not be, and what is in two would be run twice. */
class SuitesTest {

    private static final String SUITES = "junit-platform-suite";

    @Test
    void everyClassOfTestsIsInOneSuite() {
        List<String> all = classes(includeClassNamePatterns(STANDARD_INCLUDE_PATTERN), excludeEngines(SUITES));
        List<String> inSuites = classes(includeClassNamePatterns(".*Suite"), includeEngines(SUITES));

        assertThat(all).contains(SuitesTest.class.getName(), ArchitectureTest.class.getName());
        assertThat(inSuites).containsExactlyInAnyOrderElementsOf(all);
    }

    private static List<String> classes(Filter<?>... filters) {
        TestPlan plan = LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .build())
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage(SuitesTest.class.getPackageName()))
                        .filters(filters)
                        .build());
        return plan.getRoots().stream()
                .flatMap(engine -> plan.getDescendants(engine).stream())
                .filter(SuitesTest::isTopLevel)
                .flatMap(found -> found.getSource().stream())
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName())
                .toList();
    }

    /** Whether it stands immediately below an engine that runs tests. */
    private static boolean isTopLevel(TestIdentifier found) {
        UniqueId parent = found.getUniqueIdObject().removeLastSegment();
        return parent.getLastSegment().getType().equals("engine")
                && !parent.getLastSegment().getValue().equals(SUITES);
    }
}
