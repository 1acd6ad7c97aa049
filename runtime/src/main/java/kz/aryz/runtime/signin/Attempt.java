package kz.aryz.runtime.signin;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that a browser has begun. It lives in a cookie of that browser alone, so that nobody can fill this service's
 * memory with sign-ins that never end. State, nonce and PKCE verifier follow from one secret: a callback that another
 * browser was sent on has none that fits.
 *
 * @param secret 256 random bits
 * @param returnTo where to go afterwards
 * @param stepUp whether somebody who is signed in proves themselves anew
 */
record Attempt(String secret, String returnTo, boolean stepUp) {
    private static final String STEP_UP = ".step-up";
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]*)(" + Pattern.quote(STEP_UP) + ")?");

    static Attempt begin(String returnTo) {
        return new Attempt(RandomText.next(), returnTo, false);
    }

    static Attempt stepUp(String returnTo) {
        return new Attempt(RandomText.next(), returnTo, true);
    }

    /** Empty where the text was not made by {@link #text}. */
    static Optional<Attempt> parse(@Nullable String cookie) {
        Matcher parts = FORM.matcher(cookie == null ? "" : cookie);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] path = Base64.getUrlDecoder().decode(parts.group(2));
            String returnTo = ReturnPath.of(new String(path, StandardCharsets.UTF_8));
            return Optional.of(new Attempt(parts.group(1), returnTo, parts.group(3) != null));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    String text() {
        byte[] path = returnTo.getBytes(StandardCharsets.UTF_8);
        return secret + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(path) + (stepUp ? STEP_UP : "");
    }

    State state() {
        return new State(RandomText.derived(secret, "state"));
    }

    Nonce nonce() {
        return new Nonce(RandomText.derived(secret, "nonce"));
    }

    CodeVerifier verifier() {
        return new CodeVerifier(RandomText.derived(secret, "verifier"));
    }

    @Override
    public String toString() {
        return "Attempt[redacted]";
    }
}
