package kz.aryz.notifier;

import kz.aryz.runtime.Lifecycle;

/** Starts notifier. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Lifecycle.run(NotifierConfig.NAME, lifecycle -> {
            NotifierConfig config = NotifierConfig.from(System.getenv());
            new NotifierService(config, lifecycle).start();
        }));
    }
}
