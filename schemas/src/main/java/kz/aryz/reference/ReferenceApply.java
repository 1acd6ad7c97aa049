package kz.aryz.reference;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.reference.ReferencePublisher.Publication;
import kz.aryz.reference.ReferencePublisher.QueueTopics;
import kz.aryz.registry.SchemaRegistry;
import kz.aryz.registry.Subject;
import kz.aryz.registry.SubjectRegistrar;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.ReplicationOptions;
import kz.aryz.topic.TopicProvisioner;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz reference apply}: checks the files and publishes them as one release. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the reference data and publishes it as one release: the units' queues first, then the rows, then"
                    + " the marker that makes services use them.",
            "Exits with 1, and changes nothing, where a file is wrong: every fault is named with its file and line.",
            "With --unless-chosen it leaves a release that did not come with Aryz, or that somebody went back to."
        })
final class ReferenceApply implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReferenceClients clients = new ReferenceClients();

    @Mixin
    private ReplicationOptions replication = new ReplicationOptions();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Folder with the CSV files. Default: the files that come with Aryz.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--unless-chosen",
            description =
                    "Publish only what is new where the release in use came with Aryz, or where there is none: for"
                            + " whatever runs at every start.")
    private boolean unlessChosen;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        return switch (from.map(ReferenceFiles::in).orElseGet(ReferenceFiles::bundled)) {
            case Reading.Complete release -> publish(release);
            case Reading.Faulty faulty -> report(faulty.faults());
        };
    }

    private int report(List<Fault> faults) {
        PrintWriter err = spec.commandLine().getErr();
        faults.forEach(err::println);
        err.println(faults.size() + (faults.size() == 1 ? " fault" : " faults") + "; nothing was published");
        return 1;
    }

    private int publish(Reading.Complete release) throws IOException, InterruptedException, ExecutionException {
        try (Admin admin = clients.kafka().admin();
                SchemaRegistry registry = clients.registry().client();
                AvroSerdes serdes = clients.serdes();
                Producer<String, byte[]> producer = clients.producer();
                ReferenceLog log = clients.log(serdes)) {
            QueueTopics queues = queues(replication.provisioner(admin), new SubjectRegistrar(registry));
            ReferencePublisher publisher = new ReferencePublisher(queues, producer, serdes, Clock.systemUTC());
            return report(unlessChosen ? publisher.publishUnlessChosen(release, log) : publisher.publish(release, log));
        }
    }

    /**
     * Topic and schema of a queue belong together: triage writes to it as soon as it knows the unit. How a queue that is there is
     * kept is not for whoever publishes units to say.
     */
    private static QueueTopics queues(TopicProvisioner provisioner, SubjectRegistrar registrar) {
        return queues -> {
            provisioner.makeMissing(queues);
            registrar.apply(Subject.of(queues));
        };
    }

    private int report(Publication publication) {
        PrintWriter out = spec.commandLine().getOut();
        switch (publication) {
            case Publication.Published published ->
                out.println("published  " + published.version() + ": " + published.changedRows() + " rows changed");
            case Publication.Unchanged unchanged -> out.println("unchanged  " + unchanged.version());
            case Publication.Kept kept ->
                out.println("kept       " + kept.version() + ", which somebody chose; 'aryz reference apply' publishes "
                        + "what comes with Aryz");
            case Publication.VersionTaken taken ->
                spec.commandLine()
                        .getErr()
                        .println(ReferenceFiles.RELEASE_FILE + ":2: version " + taken.version()
                                + " is published with other content, and events refer to it: choose a new version");
        }
        return publication instanceof Publication.VersionTaken ? 1 : 0;
    }
}
