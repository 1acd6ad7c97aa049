package kz.aryz.system;

import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What asks an Aryz that people sign in to. */
@Suite
@SelectPackages("kz.aryz.system.signin")
final class SignInSuite {}
