package kz.aryz.sealing;

import java.util.List;
import java.util.Set;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.StaffName;
import org.apache.avro.specific.SpecificRecord;

/**
 * A part of a complaint, or of what is known of somebody, that is sealed as a whole.
 *
 * @param path its name in topics and keys; it never changes
 * @param type the record inside
 */
public record Section<T extends SpecificRecord>(String path, Class<T> type) {

    /** What happened, without the names of complainant, victims and witnesses. */
    public static final Section<AccountSection> ACCOUNT = new Section<>("account", AccountSection.class);

    /** Who the complainant, the victims and the witnesses are. */
    public static final Section<IdentitySection> IDENTITY = new Section<>("identity", IdentitySection.class);

    /** Free text that a member of staff adds. */
    public static final Section<NoteSection> NOTE = new Section<>("note", NoteSection.class);

    /** What a member of staff is called. It is about no complaint: their pseudonym stands in its place. */
    public static final Section<StaffName> STAFF_NAME = new Section<>("staff-name", StaffName.class);

    /** Paths of those that are about a complaint. */
    public static Set<String> pathsOfComplaints() {
        return Set.of(ACCOUNT.path(), IDENTITY.path(), NOTE.path());
    }

    /** All sections there are. */
    public static List<Section<?>> all() {
        return List.of(ACCOUNT, IDENTITY, NOTE, STAFF_NAME);
    }
}
