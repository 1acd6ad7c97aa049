package kz.aryz.triage.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.aryz.runtime.follow.Rows;
import kz.aryz.schema.StaffMember;
import org.jspecify.annotations.Nullable;

/** The members of staff who can be given complaints, as far as they have been read. Safe to share between threads. */
public final class Roster implements Rows<StaffMember> {

    private final MemberRecords records;
    private final Map<String, Member> members = new ConcurrentHashMap<>();

    /** @param records opens names */
    public Roster(MemberRecords records) {
        this.records = records;
    }

    /** Whose name does not open is nobody until they come again and are written anew. */
    @Override
    public void take(String pseudonym, @Nullable StaffMember row) {
        Optional.ofNullable(row)
                .filter(record -> record.getPerson().getPseudonym().equals(pseudonym))
                .flatMap(records::member)
                .ifPresentOrElse(member -> members.put(pseudonym, member), () -> members.remove(pseudonym));
    }

    public Optional<Member> find(String pseudonym) {
        return Optional.ofNullable(members.get(pseudonym));
    }

    public List<Member> members() {
        return List.copyOf(members.values());
    }
}
