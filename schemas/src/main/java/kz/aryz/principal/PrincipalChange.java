package kz.aryz.principal;

import kz.aryz.topic.Principal;

/** What {@link PrincipalProvisioner} does about a principal. */
sealed interface PrincipalChange {

    /** The principal. */
    Principal principal();

    /** It had neither a file nor a password at the brokers, and has both. */
    record Creation(Principal principal) implements PrincipalChange {}

    /** It had a file, which the brokers did not know, and know now. */
    record Admission(Principal principal) implements PrincipalChange {}

    /** It has a new password; the former one is of no use any more. */
    record Renewal(Principal principal) implements PrincipalChange {}

    /** It has both, and its file leads to the brokers another way now. The password is as it was. */
    record Redirection(Principal principal) implements PrincipalChange {}

    /** It has both. */
    record Nothing(Principal principal) implements PrincipalChange {}

    /** The brokers know it and its file is not here: somebody may be signing in with it elsewhere. A person decides. */
    record Refusal(Principal principal) implements PrincipalChange {}
}
