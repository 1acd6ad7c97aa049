package kz.aryz.reference;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import kz.aryz.id.Sha256;

/** SHA-256 over parts, each preceded by its length in four bytes, so that no two lists of parts look alike. */
final class ReleaseDigest {

    private final MessageDigest sha256 = Sha256.begin();

    void add(byte[] part) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        sha256.update(part);
    }

    /** The digest in lower-case hex; nothing can be added afterwards. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
