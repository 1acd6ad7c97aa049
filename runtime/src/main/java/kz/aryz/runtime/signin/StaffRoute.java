package kz.aryz.runtime.signin;

/**
 * A route of a staff service, and who guards it.
 *
 * @param method HTTP method
 * @param path pattern
 * @param door what stands in front of it
 */
public record StaffRoute(String method, String path, Door door) {

    /** What stands in front of a route. */
    public enum Door {
        /** A session in a browser, and a rule. */
        PAGE,
        /** An access token, and a rule. */
        API,
        /** The proof that another instance of the same service asks. */
        PEER,
        /** A token of the identity provider's, which says that a session has ended. */
        PROVIDER,
        /** Nothing: there is nothing about anybody behind it. */
        OPEN
    }
}
