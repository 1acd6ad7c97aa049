package kz.aryz.runtime.signin;

import kz.aryz.runtime.http.ProblemType;

/** What can go wrong on the way in. */
final class SignInProblem {
    private static final String TEXTS = "kz.aryz.runtime.signin.problems";

    /** Nobody is signed in, or not any more. */
    static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", 401, TEXTS);

    /** The identity provider does not answer, and who asks is not known from before. */
    static final ProblemType PROVIDER_AWAY = new ProblemType("provider-away", 503, TEXTS);

    /** What came back belongs to no sign-in that this browser began, or to one that is over. */
    static final ProblemType STALE_SIGN_IN = new ProblemType("stale-sign-in", 400, TEXTS);

    /** The identity provider, or what it says, does not let them in. */
    static final ProblemType REFUSED = new ProblemType("sign-in-refused", 403, TEXTS);

    /** Who asks must prove themselves anew. */
    static final ProblemType STEP_UP = new ProblemType("step-up", 401, TEXTS);

    /** They were asked to prove themselves anew, and what the provider says is not that they did. */
    static final ProblemType STEP_UP_REFUSED = new ProblemType("step-up-refused", 403, TEXTS);

    /** What was sent says of no session that it has ended, or says it once more. */
    static final ProblemType BAD_LOGOUT = new ProblemType("bad-logout", 400, TEXTS);

    /** A form without the token of the session it was sent in. */
    static final ProblemType STALE_FORM = new ProblemType("stale-form", 403, TEXTS);

    private SignInProblem() {}
}
