package kz.aryz.system;

import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What has several instances of a service, or one alone. */
@Suite
@SelectPackages({"kz.aryz.system.delivery", "kz.aryz.system.instances"})
final class InstancesSuite {}
