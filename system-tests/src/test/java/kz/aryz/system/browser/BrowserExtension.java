package kz.aryz.system.browser;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser for all tests of this JVM, gone with the last. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.installed()
                .map(path -> ConditionEvaluationResult.enabled("Chromium is " + path))
                .orElseGet(() -> ConditionEvaluationResult.disabled("No Chromium is installed: none of "
                        + Chromium.NAMES + " is on the path, and " + Chromium.VARIABLE + " names none"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Chromium.class, unset -> Chromium.launch(), Chromium.class)
                .browser();
    }
}
