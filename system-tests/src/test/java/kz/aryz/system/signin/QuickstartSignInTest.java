package kz.aryz.system.signin;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import kz.aryz.system.Uses;

/** At the provider that {@code aryz up} brings along, which believes everybody and forgets nobody's sign-out. */
@Uses(SignInAryz.class)
class QuickstartSignInTest extends SignInJourney {

    private final SignInAryz aryz = SignInAryz.get();

    QuickstartSignInTest(Browser browser) {
        super(browser);
    }

    @Override
    protected Staffed aryz() {
        return new Staffed(
                aryz.desk(), aryz.inbox(), aryz.addresses().issuer(), aryz.addresses(), aryz.log(), aryz.complaint());
    }

    @Override
    protected void provesToBeHead(Page page) {
        choose(page, "head-almaty");
    }

    @Override
    protected void provesToBeOfficer(Page page) {
        choose(page, "commissioner");
    }

    @Override
    protected void provesItAnew(Page page) {
        choose(page, "commissioner, step-up");
    }

    private static void choose(Page page, String account) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(account).setExact(true))
                .click();
    }
}
