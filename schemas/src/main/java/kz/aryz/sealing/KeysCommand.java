package kz.aryz.sealing;

import picocli.CommandLine.Command;

/** {@code aryz keys}: the keys that complaints are sealed with. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "The keys that complaints are sealed with.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeysInit.class, KeysRotate.class, KeysSplit.class, KeysRestore.class, KeysEncrypt.class})
public final class KeysCommand {}
