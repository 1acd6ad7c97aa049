package kz.aryz.triage.deadletter;

import picocli.CommandLine.Command;

/** {@code aryz dead-letters}: what the topologies put aside. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Records that could not be processed. Their content is never shown.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeadLettersList.class, DeadLettersRetry.class})
public final class DeadLettersCommand {}
