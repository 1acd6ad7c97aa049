package kz.aryz.principal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kz.aryz.principal.PrincipalChange.Admission;
import kz.aryz.principal.PrincipalChange.Creation;
import kz.aryz.principal.PrincipalChange.Nothing;
import kz.aryz.principal.PrincipalChange.Redirection;
import kz.aryz.principal.PrincipalChange.Refusal;
import kz.aryz.principal.PrincipalChange.Renewal;
import kz.aryz.topic.Principal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * Gives principals a password at the brokers, and a file to sign in with. Applying twice is applying once, and what was
 * interrupted is taken up: the file is written before the brokers know its password, and they forget the former one before.
 */
final class PrincipalProvisioner {

    private static final ScramMechanism MECHANISM = ScramMechanism.fromMechanismName(Mechanism.SCRAM.saslName());

    /** The least that brokers take. Passwords are 256 random bits: more rounds would make no guess dearer. */
    private static final int ITERATIONS = 4096;

    private static final long POLL_MILLIS = 50;

    private final Admin admin;
    private final Transport transport;

    PrincipalProvisioner(Admin admin, Transport transport) {
        this.admin = admin;
        this.transport = transport;
    }

    /** Sees to it that the brokers take what is in the file, and that it leads to them. */
    PrincipalChange apply(ClientFile file) throws InterruptedException, ExecutionException {
        boolean known = isKnown(file.principal());
        if (file.exists()) {
            return applyPresent(file, known);
        }
        if (known) {
            return new Refusal(file.principal());
        }
        file.create(transport);
        admit(file);
        return new Creation(file.principal());
    }

    private PrincipalChange applyPresent(ClientFile file, boolean known)
            throws InterruptedException, ExecutionException {
        boolean redirected = file.redirect(transport);
        if (!known) {
            admit(file);
            return new Admission(file.principal());
        }
        return redirected ? new Redirection(file.principal()) : new Nothing(file.principal());
    }

    /** Gives it another password, whether or not the former one is at hand. */
    PrincipalChange renew(ClientFile file) throws InterruptedException, ExecutionException {
        Principal principal = file.principal();
        if (isKnown(principal)) {
            alter(new UserScramCredentialDeletion(principal.name(), MECHANISM));
            awaitKnown(principal, false);
        }
        if (file.exists()) {
            file.renew(transport);
        } else {
            file.create(transport);
        }
        admit(file);
        return new Renewal(principal);
    }

    private void admit(ClientFile file) throws InterruptedException, ExecutionException {
        alter(new UserScramCredentialUpsertion(
                file.principal().name(), new ScramCredentialInfo(MECHANISM, ITERATIONS), file.password()));
        awaitKnown(file.principal(), true);
    }

    private void alter(UserScramCredentialAlteration alteration) throws InterruptedException, ExecutionException {
        admin.alterUserScramCredentials(List.of(alteration)).all().get();
    }

    /** What the controller has decided is not at once known to the brokers. */
    private void awaitKnown(Principal principal, boolean known) throws InterruptedException, ExecutionException {
        while (isKnown(principal) != known) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean isKnown(Principal principal) throws InterruptedException, ExecutionException {
        Set<String> users =
                Set.copyOf(admin.describeUserScramCredentials().users().get());
        return users.contains(principal.name());
    }
}
