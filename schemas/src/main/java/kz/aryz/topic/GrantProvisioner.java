package kz.aryz.topic;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.SecurityDisabledException;

/** Makes a broker's grants what {@link Grants} says. Applying twice is applying once. */
final class GrantProvisioner {

    private static final long POLL_MILLIS = 50;

    private final Admin admin;

    GrantProvisioner(Admin admin) {
        this.admin = admin;
    }

    /** How the broker's grants differ for the queues that it has; empty where it has no authorizer, and so no grants. */
    Optional<GrantDifference> compare() throws InterruptedException, ExecutionException {
        Grants wanted = Grants.of(Topics.unitsOf(admin.listTopics().names().get()));
        return present()
                .map(present -> new GrantDifference(
                        wanted.bindings().size(), wanted.missingFrom(present), wanted.surplusIn(present)));
    }

    /** Makes what is missing; returns when the broker asked knows it. */
    void grant(Collection<AclBinding> missing) throws InterruptedException, ExecutionException {
        admin.createAcls(missing).all().get();
        while (!present().orElse(List.of()).containsAll(missing)) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Takes away what should not be. */
    void revoke(Collection<AclBinding> surplus) throws InterruptedException, ExecutionException {
        admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
    }

    private Optional<Collection<AclBinding>> present() throws InterruptedException, ExecutionException {
        try {
            return Optional.of(admin.describeAcls(AclBindingFilter.ANY).values().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SecurityDisabledException) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
