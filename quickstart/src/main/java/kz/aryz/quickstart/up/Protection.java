package kz.aryz.quickstart.up;

import java.util.Optional;
import kz.aryz.quickstart.process.BrokerLock;

/**
 * Who must say who they are to an Aryz on one machine.
 *
 * @param lock that of the broker; without one, everybody on this machine may read everything
 * @param signIn whether staff sign in, at an identity provider that is started with it
 */
public record Protection(Optional<BrokerLock> lock, boolean signIn) {

    /** Nobody: every port is open to everybody on this machine. */
    public static final Protection NONE = new Protection(Optional.empty(), false);
}
