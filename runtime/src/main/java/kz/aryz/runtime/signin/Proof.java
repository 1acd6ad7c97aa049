package kz.aryz.runtime.signin;

import java.time.Instant;

/**
 * How somebody proved who they are, as the provider says.
 *
 * @param acr authentication context class; blank where the provider says nothing
 * @param at when they did
 */
public record Proof(String acr, Instant at) {

    /** Nothing is known of it. */
    static final Proof NONE = new Proof("", Instant.EPOCH);
}
