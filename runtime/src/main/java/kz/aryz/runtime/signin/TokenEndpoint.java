package kz.aryz.runtime.signin;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the provider gives tokens to this service, which proves itself by its secret. */
final class TokenEndpoint {
    private final Provider provider;
    private final ClientSecretBasic proof;

    TokenEndpoint(Provider provider, OidcClient client) {
        this.provider = provider;
        this.proof = new ClientSecretBasic(new ClientID(client.id()), new Secret(client.secret()));
    }

    /** The provider gives nothing for that. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final @Nullable String code;

        RefusedException(@Nullable String code) {
            super("the identity provider gives no tokens: " + code);
            this.code = code;
        }

        /** Whether it does not know what it was shown any more, or whose it is ({@code invalid_grant}: RFC 6749, section 5.2). */
        boolean isForgotten() {
            return OAuth2Error.INVALID_GRANT.getCode().equals(code);
        }
    }

    /** What the provider gives for a code, or for a refresh token. */
    OIDCTokens tokens(AuthorizationGrant grant) throws ProviderAwayException, RefusedException {
        TokenRequest request =
                new TokenRequest.Builder(provider.metadata().getTokenEndpointURI(), proof, grant).build();
        TokenResponse response = answer(request.toHTTPRequest());
        if (!response.indicatesSuccess()) {
            throw new RefusedException(
                    response.toErrorResponse().getErrorObject().getCode());
        }
        return response.toSuccessResponse().getTokens().toOIDCTokens();
    }

    private static TokenResponse answer(HTTPRequest request) throws ProviderAwayException {
        request.setConnectTimeout(Provider.TIMEOUT_MILLIS);
        request.setReadTimeout(Provider.TIMEOUT_MILLIS);
        request.setFollowRedirects(false);
        try {
            HTTPResponse response = request.send();
            if (response.getStatusCode() >= HTTPResponse.SC_SERVER_ERROR) {
                throw new IOException("it answers " + response.getStatusCode());
            }
            return OIDCTokenResponseParser.parse(response);
        } catch (IOException e) {
            throw new ProviderAwayException(e);
        } catch (ParseException unreadable) { // whose message may quote what was read
            throw new ProviderAwayException(new IOException("it answered with something that is no token response"));
        }
    }
}
