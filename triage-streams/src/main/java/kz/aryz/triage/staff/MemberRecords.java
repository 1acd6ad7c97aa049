package kz.aryz.triage.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.StaffPersons;
import kz.aryz.schema.StaffMember;
import kz.aryz.schema.StaffName;
import kz.aryz.sealing.Opener;
import kz.aryz.sealing.Opening;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.SealedSection;
import kz.aryz.sealing.Sealer;
import kz.aryz.sealing.Section;

/** Members as they stand on the topic: the name is sealed for triage, the rest is codes. */
public final class MemberRecords {

    private final Sealer sealer;
    private final Opener opener;

    /** Seals names for triage, and opens them again. */
    public MemberRecords(Sealer sealer, Opener opener) {
        this.sealer = sealer;
        this.opener = opener;
    }

    StaffMember record(Member member, Instant seenAt) {
        SealedSection name = sealer.seal(
                member.pseudonym(), Section.STAFF_NAME, new StaffName(member.name()), Set.of(Recipient.TRIAGE));
        return StaffMember.newBuilder()
                .setPerson(StaffPersons.record(member.person()))
                .setName(name.sealed())
                .setNameKey(name.key())
                .setSeenAt(seenAt)
                .build();
    }

    /** Empty where the name does not open: whoever comes again is written anew. */
    Optional<Member> member(StaffMember record) {
        String pseudonym = record.getPerson().getPseudonym();
        return switch (opener.open(pseudonym, Section.STAFF_NAME, record.getName(), record.getNameKey())) {
            case Opening.Opened<StaffName> opened ->
                Optional.of(new Member(
                        StaffPersons.person(record.getPerson()),
                        opened.content().getName()));
            case Opening.Refused<StaffName> ignored -> Optional.empty();
        };
    }
}
