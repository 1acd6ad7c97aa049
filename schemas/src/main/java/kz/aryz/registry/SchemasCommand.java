package kz.aryz.registry;

import picocli.CommandLine.Command;

/** {@code aryz schemas}: the schemas in the registry. */
@Command(
        name = "schemas",
        mixinStandardHelpOptions = true,
        description = "The schemas of what the services share.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SchemasApply.class, SchemasCheck.class, SchemasList.class})
public final class SchemasCommand {}
