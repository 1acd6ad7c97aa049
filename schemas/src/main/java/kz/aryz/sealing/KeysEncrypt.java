package kz.aryz.sealing;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.aryz.id.SecretFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code aryz keys encrypt}: private keysets that lie in clear, encrypted with a key that a key management service keeps. */
@Command(
        name = "encrypt",
        mixinStandardHelpOptions = true,
        description = {
            "Encrypts the private keysets of a directory with a key that a key management service keeps.",
            "From then on the URI of the directory names that key: file:///etc/aryz/keys/triage?kek=URI. Tink's client of"
                    + " the service must be on the class path, of this command and of the service that reads the keys."
        })
public final class KeysEncrypt extends KeysAction {

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "URI",
            description = "Directory with the private keysets, as a path or a URI with ?kek= and the URI of the key.")
    private String keys = "";

    @Override
    int run() throws IOException {
        KeyLocation location = KeyLocation.parse(keys);
        if (location.kek().isEmpty()) {
            throw new SecretFileException("Name the key to encrypt with: --keys file:///etc/aryz/keys/triage?kek=URI");
        }
        KeysetDirectory clear = new KeysetDirectory(new KeyLocation(location.directory(), Optional.empty()));
        KeysetDirectory encrypted = new KeysetDirectory(location);
        List<Recipient> recipients =
                Arrays.stream(Recipient.values()).filter(clear::holdsPrivate).toList();
        return clear.alone(() -> encrypt(recipients, clear, encrypted));
    }

    private int encrypt(List<Recipient> recipients, KeysetDirectory clear, KeysetDirectory encrypted) {
        for (Recipient recipient : recipients) {
            KeysetHandle keyset = clear.readPrivate(recipient);
            encrypted.replacePrivate(recipient, keyset);
            say(clear.privateFile(recipient)
                    + " is encrypted. Copies of the former file, and blocks that the disk has not"
                    + " written over, still hold it in clear: a keyset made on another disk is better, and rotate it.");
        }
        return ExitCode.OK;
    }
}
