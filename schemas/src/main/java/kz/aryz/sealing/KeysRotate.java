package kz.aryz.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.aryz.registry.RegistryOptions;
import kz.aryz.sealing.rotation.Renewal;
import kz.aryz.sealing.rotation.Rewrapping;
import kz.aryz.sealing.rotation.RotationClients;
import kz.aryz.sealing.rotation.Tally;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.KafkaOptions;
import kz.aryz.topic.Topics;
import kz.aryz.topic.TransactionalIds;
import org.apache.kafka.common.errors.ProducerFencedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code aryz keys rotate RECIPIENT}: a new key pair, and every data key that was wrapped for an older one wrapped for it.
 * What was sealed is not touched. It can be repeated, and takes up what broke off.
 */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a recipient a new key pair and wraps every data key on complaints.keys for it. What was sealed is"
                    + " not touched, and stays readable.",
            "Run it again to go on with a rotation that broke off, and after whoever seals was restarted. The former"
                    + " keys stay in the keyset until --retire.",
            "Exits with 1 where a data key could not be wrapped, or the former keys are still needed. With --retire the"
                    + " former keys are gone nevertheless where nobody here can open what is wrapped for them."
        })
public final class KeysRotate extends KeysAction {

    /** Who seals: complaints, notes of openings, names of staff, what is released. */
    private static final String SEALERS = "intake-service, triage-streams, notifier";

    @Parameters(paramLabel = "RECIPIENT", description = "Whose key pair: ${COMPLETION-CANDIDATES}.")
    private Recipient recipient = Recipient.TRIAGE;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "URI",
            defaultValue = "${env:ARYZ_KEYS}",
            description = "Directory with the private keyset, as a path or a URI. Default: ARYZ_KEYS.")
    private String keys = "";

    @Option(
            names = "--public",
            paramLabel = "DIR",
            description = "Directory of another service that seals for the recipient, to give the public keyset to; may"
                    + " be repeated.")
    private List<Path> sealers = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only counts; changes neither files nor the topic.")
    private boolean dryRun;

    @Option(
            names = "--prepare",
            description =
                    "Only adds the new pair to the private keyset: where several instances have a copy of it, give"
                            + " it to all of them, then run this again without --prepare.")
    private boolean prepare;

    @Option(
            names = "--retire",
            description = "Ends the rotation: takes the former keys out of the keyset, if nothing is wrapped for them.")
    private boolean retire;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Override
    int run() throws IOException {
        KeysetDirectory home = new KeysetDirectory(KeyLocation.parse(keys));
        List<KeysetDirectory> others =
                sealers.stream().map(KeysetDirectory::new).toList();
        others.forEach(directory -> directory.readPublic(recipient));
        return home.alone(() -> run(home, others));
    }

    private int run(KeysetDirectory home, List<KeysetDirectory> others) throws IOException {
        KeyRotation rotation = new KeyRotation(home, recipient);
        if (retire && !rotation.isUnderWay()) {
            say(recipient + " has one key, " + rotation.presentKey() + ": there is nothing to retire.");
            return ExitCode.OK;
        }
        try {
            return dryRun ? rehearse(home, rotation) : rotate(home, rotation, others);
        } catch (ProducerFencedException e) {
            complain("Another rotation for " + recipient + " has taken over. What this one did is done.");
            return ExitCode.SOFTWARE;
        }
    }

    private int rehearse(KeysetDirectory home, KeyRotation rotation) throws IOException {
        Keysets present = home.load();
        Keysets rotated = rotation.isUnderWay() ? present : present.withNewKeyOf(recipient);
        say(rotation.isUnderWay() ? "would go on with key " + rotation.presentKey() : "would make a new key");
        report("would re-wrap", rewrapping(rotated.renewal(recipient), Rewrapping::rehearse));
        return ExitCode.OK;
    }

    private int rotate(KeysetDirectory home, KeyRotation rotation, List<KeysetDirectory> others) throws IOException {
        if (rotation.isUnderWay()) {
            say("going on with key " + rotation.presentKey() + " of " + recipient);
        } else {
            Path former = rotation.begin();
            say("new key " + rotation.presentKey() + " of " + recipient + "; the former keyset is kept as " + former);
        }
        if (prepare) {
            say("Nothing is sealed or wrapped for it yet. Give the private keyset to every instance that has one.");
            return ExitCode.OK;
        }
        rotation.handOut(others);
        Tally tally = rewrapping(home.load().renewal(recipient), Rewrapping::run);
        report("re-wrapped", tally);
        return retire ? retire(rotation, tally) : remind(tally);
    }

    private int remind(Tally tally) {
        say("Whoever seals for " + recipient + " (" + SEALERS + ") goes on with the former key until it has the"
                + " new public keyset and was restarted. Then run this again, and at last with --retire.");
        return tally.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private int retire(KeyRotation rotation, Tally tally) {
        if (tally.renewed() > 0 || tally.contended() > 0) {
            complain("Not retired: data keys were wrapped for a former key until now, so that somebody may still seal"
                    + " for it. Restart whoever seals (" + SEALERS + "), then run this again.");
            return ExitCode.SOFTWARE;
        }
        Path copy = rotation.retire();
        say("retired; the keyset with the former keys is kept as " + copy + ". Whoever has it reads what was sealed"
                + " before from an old copy of the topics, and so does whoever has one of the copies .until-ID. Lock them away."
                + " A complaint is unreadable without them if somebody who was not restarted still seals for a former key: destroy"
                + " them only after all of those were restarted and a --dry-run then counts nothing unreadable.");
        return tally.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Tally rewrapping(Renewal renewal, Function<Rewrapping, Tally> work) throws IOException {
        Map<String, Object> properties = kafka.clients();
        properties.put(AvroSerdes.REGISTRY, registry.address());
        try (AvroSerdes serdes = AvroSerdes.from(properties)) {
            RotationClients clients =
                    new RotationClients(properties, serdes, TransactionalIds.keysRotate(recipient.name()));
            return work.apply(new Rewrapping(clients, Topics.KEYS, renewal));
        }
    }

    private void report(String done, Tally tally) {
        say("%-14s %d".formatted(done, tally.renewed()));
        say("%-14s %d".formatted("current", tally.current()));
        say("%-14s %d".formatted("of others", tally.ofOthers()));
        if (tally.unreadable() > 0) {
            complain(
                    "unreadable     %d: no private key here opens them, or somebody tampered with them; left as they are"
                            .formatted(tally.unreadable()));
        }
        if (tally.contended() > 0) {
            complain("contended      %d: somebody else kept writing to them; run this again"
                    .formatted(tally.contended()));
        }
    }
}
