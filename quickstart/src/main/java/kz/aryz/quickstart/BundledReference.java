package kz.aryz.quickstart;

import kz.aryz.reference.Reference;
import kz.aryz.reference.ReferenceFiles;

/** The reference data that comes with Aryz, and that {@code aryz up} publishes. */
public final class BundledReference {

    private BundledReference() {}

    public static Reference read() {
        return switch (ReferenceFiles.bundled()) {
            case ReferenceFiles.Reading.Complete complete -> complete.reference();
            case ReferenceFiles.Reading.Faulty faulty ->
                throw new IllegalStateException("The bundled reference data has faults: " + faulty.faults());
        };
    }
}
