package kz.aryz.system;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What asks {@link SharedAryz}, or another whole one. */
@Suite
@SelectPackages({
    "kz.aryz.system.browser",
    "kz.aryz.system.deadletter",
    "kz.aryz.system.journey",
    "kz.aryz.system.upgrade"
})
@SelectClasses(InterfaceTest.class)
final class WholeAryzSuite {}
