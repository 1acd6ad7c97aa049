package kz.aryz.reference;

import java.util.Map;
import java.util.Optional;
import kz.aryz.serde.AvroSerdes;

/** The reference data that services use, for those who need it once. */
public final class PublishedReference {

    private PublishedReference() {}

    /**
     * The newest release, read from its beginning to its end.
     *
     * @param clients properties of a Kafka client
     * @return empty where there is none, or not all of its rows are there
     */
    public static Optional<Reference> read(Map<String, ?> clients, AvroSerdes serdes) {
        try (ReferenceLog log = new ReferenceLog(ReferenceLog.consumer(clients), serdes)) {
            log.readToEnd();
            return log.announced()
                    .filter(log.rows()::are)
                    .map(release ->
                            new Reference(release.getVersion(), log.rows().tables(serdes)));
        }
    }
}
