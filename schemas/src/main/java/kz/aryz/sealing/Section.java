package kz.aryz.sealing;

import java.util.List;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.NoteSection;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A kind of sealed section.
 *
 * @param path its name in {@code Sealed.section}; part of the associated data
 * @param type the generated class of its content
 * @param schema the present schema of its content
 */
public record Section<T extends SpecificRecord>(String path, Class<T> type, Schema schema) {

    /** What happened. */
    public static final Section<AccountSection> ACCOUNT =
            new Section<>("account", AccountSection.class, AccountSection.getClassSchema());

    /** Who is involved. */
    public static final Section<IdentitySection> IDENTITY =
            new Section<>("identity", IdentitySection.class, IdentitySection.getClassSchema());

    /** A note of a member of staff. */
    public static final Section<NoteSection> NOTE =
            new Section<>("note", NoteSection.class, NoteSection.getClassSchema());

    /** All kinds. */
    public static List<Section<?>> all() {
        return List.of(ACCOUNT, IDENTITY, NOTE);
    }
}
