package kz.aryz.system.signin;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** At the provider that {@code aryz up --sign-in} brings along, which believes everybody and forgets nobody's sign-out. */
class QuickstartSignInTest extends SignInJourney {

    private final SignInAryz aryz = SignInAryz.get();

    QuickstartSignInTest(Browser browser) {
        super(browser);
    }

    @Override
    protected Staffed aryz() {
        return new Staffed(aryz.desk(), aryz.inbox(), aryz.addresses().issuer(), aryz.complaint());
    }

    @Override
    protected void provesToBeHead(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("head-almaty").setExact(true))
                .click();
    }
}
