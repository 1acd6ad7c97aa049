package kz.aryz.quickstart.process;

import java.nio.file.Path;
import kz.aryz.quickstart.Explained;

/** A part of Aryz has not been built. The message says how to build it. */
public final class NotBuiltException extends RuntimeException implements Explained {

    private static final long serialVersionUID = 1;

    NotBuiltException(Path missing) {
        super(missing + " is missing. Build Aryz with: ./mvnw -Dquick -DskipTests package");
    }
}
