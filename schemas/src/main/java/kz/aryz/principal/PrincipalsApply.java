package kz.aryz.principal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kz.aryz.topic.KafkaOptions;
import kz.aryz.topic.Principal;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code aryz principals apply}: passwords for those who have none; exits with 1 where it refused something. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Gives each service, each command that needs one, and each unit named, a password of its own at the brokers, and"
                    + " writes a file of mode 0600 for each: the value of ARYZ_KAFKA_CONFIG.",
            "Who has both keeps the password; a file that leads to the brokers another way than is asked for here is led"
                    + " this way. A principal that the brokers know and whose file is not in the directory"
                    + " is named and exits with 1: put the file back, or renew. What a principal may do is granted by"
                    + " 'aryz topics apply'."
        })
final class PrincipalsApply implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "Directory of the files; made if it is not there.")
    private Path directory = Path.of("");

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "A unit that reads its queue by itself; may be given several times.")
    private List<String> units = List.of();

    @Option(
            names = "--renew",
            paramLabel = "NAME",
            description =
                    "A principal to give another password to; may be given several times. Nobody signs in with the"
                            + " former one any more; who is signed in stays so for as long as the brokers allow.")
    private Set<String> renewed = Set.of();

    @ArgGroup
    private Way way = new Way();

    /** How clients reach the brokers: over TLS with certificates that the JVM trusts, unless another way is named. */
    static final class Way {

        @Option(
                names = "--trust",
                paramLabel = "FILE",
                description = "Certificates (PEM) of the authorities that the brokers' own certificates are of.")
        private Optional<Path> authorities = Optional.empty();

        @Option(names = "--loopback", description = "No TLS: for brokers that listen on this machine only.")
        private boolean loopback;

        Transport transport() throws IOException {
            if (loopback) {
                return new Transport.Loopback();
            }
            return authorities.isPresent()
                    ? new Transport.PrivateTls(Files.readString(authorities.get()))
                    : new Transport.Tls();
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        List<Principal> principals = principals();
        boolean refused = false;
        try (Admin admin = kafka.admin()) {
            PrincipalProvisioner provisioner = new PrincipalProvisioner(admin, way.transport());
            for (Principal principal : principals) {
                PrincipalChange change = change(provisioner, ClientFile.in(directory, principal));
                spec.commandLine().getOut().println(line(change));
                refused |= change instanceof PrincipalChange.Refusal;
            }
        }
        return refused ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private List<Principal> principals() {
        List<Principal> principals = Stream.concat(
                        Principal.all().stream(), units.stream().map(Principal::unit))
                .toList();
        for (String name : renewed) {
            if (principals.stream().noneMatch(principal -> principal.name().equals(name))) {
                throw new ParameterException(
                        spec.commandLine(), "--renew " + name + ": nobody of that name; a unit needs --unit too");
            }
        }
        return principals;
    }

    private PrincipalChange change(PrincipalProvisioner provisioner, ClientFile file)
            throws InterruptedException, ExecutionException {
        return renewed.contains(file.principal().name()) ? provisioner.renew(file) : provisioner.apply(file);
    }

    private static String line(PrincipalChange change) {
        String name = change.principal().name();
        return switch (change) {
            case PrincipalChange.Creation creation -> "created    " + name;
            case PrincipalChange.Admission admission -> "admitted   " + name;
            case PrincipalChange.Renewal renewal -> "renewed    " + name;
            case PrincipalChange.Redirection redirection -> "redirected " + name;
            case PrincipalChange.Nothing nothing -> "unchanged  " + name;
            case PrincipalChange.Refusal refusal ->
                "refused    " + name + ": the brokers know it, its file is not here";
        };
    }
}
