package kz.aryz.system.instances;

import java.net.URI;
import kz.aryz.quickstart.process.LocalServer;

/**
 * One instance of a service.
 *
 * @param server its process
 * @param address where it listens
 */
record Instance(LocalServer server, URI address) {

    URI resolve(String pathAndQuery) {
        return address.resolve(pathAndQuery);
    }
}
