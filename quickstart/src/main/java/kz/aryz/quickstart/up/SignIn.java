package kz.aryz.quickstart.up;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalIdentityProvider;
import kz.aryz.quickstart.signin.AccountsPage;
import kz.aryz.quickstart.signin.ClientSecret;
import kz.aryz.quickstart.signin.DemoAccount;
import kz.aryz.topic.Principal;

/**
 * What it takes that staff sign in: an identity provider, and services that know it.
 *
 * @param data folder of everything that Aryz keeps
 */
record SignIn(Path data, Addresses addresses) {

    LocalIdentityProvider identityProvider(Installation installation) {
        return new LocalIdentityProvider(
                installation,
                folder(),
                data.resolve("logs"),
                addresses.identityProvider(),
                AccountsPage.of(DemoAccount.all()),
                List.of(Principal.TRIAGE.name(), Principal.NOTIFIER.name()));
    }

    /** Variables of a service that staff sign in to at that address. */
    Map<String, String> variables(Principal service, URI address) {
        return Map.of(
                "OIDC_ISSUER", addresses.issuer().toString(),
                "OIDC_CLIENT_SECRET_FILE",
                        ClientSecret.file(folder(), service.name()).toString(),
                "ARYZ_ADVERTISED_URL", Addresses.byName(address).toString());
    }

    private Path folder() {
        return data.resolve("identity-provider");
    }
}
