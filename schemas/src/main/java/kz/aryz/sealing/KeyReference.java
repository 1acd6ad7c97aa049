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

    /** Path of the section that the named key is of; of what names none, whatever stands in its place. */
    public static String section(String keyRef) {
        String[] parts = keyRef.split("/", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    /** The reference of a wrapped key. */
    public static String of(WrappedKey key) {
        return of(key.getComplaintId(), key.getSection(), key.getKeyId());
    }
}
