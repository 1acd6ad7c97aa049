package kz.aryz.runtime.streams;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One instance of a service that runs a topology.
 *
 * @param stateDir where the stores live between two starts
 * @param givenName its name in the group; without one, the one kept in the state directory
 * @param standbyReplicas how many other instances keep a copy of each store
 * @param threads stream threads of this instance
 * @param peerUrl where the other instances reach this one; where people do, if it is not said
 */
public record StreamsInstance(
        Path stateDir, Optional<String> givenName, int standbyReplicas, int threads, Optional<URI> peerUrl) {

    /** The name in the group: a restart under the same name within the session timeout moves no task. */
    public String name() throws IOException {
        return givenName.isPresent() ? givenName.get() : InstanceId.keptIn(stateDir);
    }
}
