package kz.aryz.reference;

import picocli.CommandLine.Command;

/** {@code aryz reference}: regions, bodies, facilities, units, profiles. */
@Command(
        name = "reference",
        mixinStandardHelpOptions = true,
        description = "The reference data that decisions are made with.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ReferenceApply.class, ReferenceList.class})
public final class ReferenceCommand {}
