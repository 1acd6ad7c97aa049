package kz.aryz.sealing;

import kz.aryz.schema.WrappedKey;

/** Names a data key: the record key of its row in {@code complaints.keys}. */
public final class KeyReference {

    private KeyReference() {}

    /** {@code complaintId/section/keyId}. */
    public static String of(String complaintId, String section, String keyId) {
        return complaintId + '/' + section + '/' + keyId;
    }

    /** Whether it names a key of that section of that complaint. */
    public static boolean isOf(String keyRef, String complaintId, String section) {
        return keyRef.startsWith(of(complaintId, section, ""));
    }

    /** The reference of a wrapped key. */
    public static String of(WrappedKey key) {
        return of(key.getComplaintId(), key.getSection(), key.getKeyId());
    }
}
