package kz.aryz.system;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What starts all that it needs by itself. */
@Suite
@SelectPackages({"kz.aryz.system.backup", "kz.aryz.system.canary", "kz.aryz.system.outage"})
@SelectClasses(QuickstartTest.class)
final class BackupSuite {}
