package kz.aryz.shredding;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.Role;
import kz.aryz.id.Sha256;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.DestructionApproved;
import kz.aryz.schema.LegalHold;
import kz.aryz.serde.WireFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What {@code audit.accesses} says about the destruction of a complaint, and the digest of all that it says about it. A record
 * that lies there twice permits once, as old as its first copy: who sends an approval again makes it no younger, and who sends
 * again that a hold was lifted lifts no other.
 */
final class DestructionHistory {

    private final List<HoldChange> holds = new ArrayList<>();
    private final List<Approval> approvals = new ArrayList<>();
    private final Set<String> permitting = new HashSet<>();

    /** Of what stands behind the wire headers, which number a schema as one registry does. */
    private final MessageDigest digest = Sha256.begin();

    private boolean complete = true;

    /** @param event empty for one that this version cannot read */
    void take(ConsumerRecord<String, byte[]> message, Optional<AccessEvent> event) {
        byte[] value = message.value();
        if (value != null && value.length > WireFormat.HEADER_BYTES) {
            digest.update(value, WireFormat.HEADER_BYTES, value.length - WireFormat.HEADER_BYTES);
        }
        event.ifPresentOrElse(known -> take(message.timestamp(), known), () -> complete = false);
    }

    /** @param written when, by the record on the log: milliseconds since 1970 */
    void take(long written, AccessEvent event) {
        LegalHold hold = event.getLegalHold();
        DestructionApproved approved = event.getDestructionApproved();
        switch (event.getKind()) {
            case OPENED, RELEASED, KEY_DESTROYED -> {}
            case DESTRUCTION_APPROVED -> complete &= approved != null && approve(written, event, approved);
            case LEGAL_HOLD_SET -> complete &= hold != null && hold(event, hold, true);
            case LEGAL_HOLD_LIFTED -> complete &= hold != null && hold(event, hold, false);
            case UNKNOWN -> complete = false;
        }
    }

    private boolean isNew(AccessEvent event) {
        return permitting.add(event.getHeader().getEventId());
    }

    /** Of a role that there is not it counts for nothing. Nobody's clock makes it older than it was when it was written. */
    private boolean approve(long written, AccessEvent event, DestructionApproved approved) {
        Instant recorded = event.getHeader().getRecordedAt();
        Instant at = recorded.toEpochMilli() > written ? recorded : Instant.ofEpochMilli(written);
        Role.of(approved.getRole())
                .filter(role -> isNew(event))
                .map(role -> officer(event, role, approved.getUnits(), approved.getBodies()))
                .map(officer -> new Approval(
                        event.getHeader().getEventId(),
                        at,
                        officer,
                        Set.copyOf(approved.getSections()),
                        approved.getGround(),
                        Optional.ofNullable(approved.getReference())))
                .ifPresent(approvals::add);
        return true;
    }

    /** A hold of a role that there is not is one of the Commissioner's: somebody must look at it. */
    private boolean hold(AccessEvent event, LegalHold hold, boolean set) {
        Optional<Role> role = Role.of(hold.getRole());
        if (set || (role.isPresent() && isNew(event))) {
            Officer by = officer(event, role.orElse(Role.COMMISSIONER_OFFICER), hold.getUnits(), hold.getBodies());
            holds.add(new HoldChange(
                    event.getHeader().getRecordedAt(),
                    by,
                    set,
                    hold.getReason(),
                    Optional.ofNullable(hold.getReference())));
        }
        return true;
    }

    private static Officer officer(AccessEvent event, Role role, List<String> units, List<String> bodies) {
        return Officer.of(event.getHeader().getActorRef(), role, Set.copyOf(units), Set.copyOf(bodies));
    }

    boolean isComplete() {
        return complete;
    }

    List<HoldChange> holds() {
        return holds;
    }

    List<Approval> approvals() {
        return approvals;
    }

    ByteBuffer digest() {
        return ByteBuffer.wrap(digest.digest());
    }
}
