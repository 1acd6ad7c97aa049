package kz.aryz.system;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What asks a broker and a registry, or nobody. */
@Suite
@SelectPackages({
    "kz.aryz.system.broker",
    "kz.aryz.system.keycloak",
    "kz.aryz.system.rotation",
    "kz.aryz.system.schemas",
    "kz.aryz.system.shipped",
    "kz.aryz.system.shredding"
})
@SelectClasses({
    ArchitectureTest.class,
    ConsentTextsTest.class,
    LocalServersTest.class,
    OneAtATimeTest.class,
    SealingAfterCompactionTest.class,
    SuitesTest.class
})
final class PlatformSuite {}
