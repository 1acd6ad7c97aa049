package kz.aryz.runtime.deadletter;

import java.util.List;
import kz.aryz.schema.Obligation;

/** Who must be told of a record that was put aside: one obligation each. */
@FunctionalInterface
public interface DeadLetterDuties {

    List<Obligation> of(SourceRecord source, DeadLetterCode code);
}
