package kz.aryz.intake;

import kz.aryz.runtime.Lifecycle;

/** Starts intake-service. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Lifecycle.run("intake-service", lifecycle -> {
            IntakeConfig config = IntakeConfig.from(System.getenv());
            new IntakeService(config, lifecycle).start();
        }));
    }
}
