package kz.aryz.topic;

import picocli.CommandLine.Command;

/** {@code aryz topics}: the topics of the catalogue. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "The topics that the services share.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TopicsApply.class, TopicsList.class})
public final class TopicsCommand {}
