package kz.aryz.reference;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over parts, each preceded by its length in four bytes, so that no two lists of parts look alike. */
final class ReleaseDigest {

    private final MessageDigest sha256;

    ReleaseDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(byte[] part) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        sha256.update(part);
    }

    /** The digest in lower-case hex; nothing can be added afterwards. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
