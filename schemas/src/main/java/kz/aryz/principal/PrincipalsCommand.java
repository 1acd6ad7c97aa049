package kz.aryz.principal;

import picocli.CommandLine.Command;

/** {@code aryz principals}: who signs in at the brokers. */
@Command(
        name = "principals",
        mixinStandardHelpOptions = true,
        description = "Who signs in at the brokers, and with what.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = PrincipalsApply.class)
public final class PrincipalsCommand {}
