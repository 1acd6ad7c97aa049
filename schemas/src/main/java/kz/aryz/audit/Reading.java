package kz.aryz.audit;

import java.util.List;
import kz.aryz.sealing.Opening;
import org.apache.avro.specific.SpecificRecord;

/** What came of somebody's wish to read a section that they may read. */
public sealed interface Reading<T extends SpecificRecord> {

    /**
     * It is on record, and open.
     *
     * @param parts in the order in which they were asked for
     */
    record Opened<T extends SpecificRecord>(List<Opening<T>> parts) implements Reading<T> {

        public Opened {
            parts = List.copyOf(parts);
        }
    }

    /** Nobody knows whether it is on record. Nothing was opened. */
    record NotOnRecord<T extends SpecificRecord>() implements Reading<T> {}
}
