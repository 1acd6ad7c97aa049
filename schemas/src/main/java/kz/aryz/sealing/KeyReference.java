package kz.aryz.sealing;

/**
 * Where the wrapped data key of a section is kept: the record key in {@code complaints.keys}.
 *
 * @param complaintId the complaint
 * @param section path of the section
 * @param keyId random id of the data key
 */
public record KeyReference(String complaintId, String section, String keyId) {

    private static final int PARTS = 3;

    /** {@code complaintId/section/keyId}. */
    public String text() {
        return complaintId + "/" + section + "/" + keyId;
    }

    /**
     * Reads a reference.
     *
     * @throws IllegalArgumentException if it has not three parts
     */
    public static KeyReference parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("A key reference has the form complaintId/section/keyId");
        }
        return new KeyReference(parts[0], parts[1], parts[2]);
    }

    /** Context info of the wrapping: a wrapped key serves this complaint, section and key alone. */
    byte[] contextInfo() {
        return Binding.of(complaintId, section, keyId);
    }
}
