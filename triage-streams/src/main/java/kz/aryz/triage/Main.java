package kz.aryz.triage;

import kz.aryz.runtime.Lifecycle;

/** Starts triage-streams. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Lifecycle.run(TriageConfig.NAME, lifecycle -> {
            TriageConfig config = TriageConfig.from(System.getenv());
            new TriageService(config, lifecycle).start();
        }));
    }
}
