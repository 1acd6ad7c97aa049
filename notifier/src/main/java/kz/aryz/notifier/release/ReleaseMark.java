package kz.aryz.notifier.release;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.Released;
import kz.aryz.sealing.KeysUnavailableException;
import kz.aryz.sealing.Voucher;
import kz.aryz.serde.AvroBinary;

/**
 * What an officer's release carries to triage and back. Triage writes the event that the keys follow, and whoever runs triage
 * could write one that nobody asked for.
 */
final class ReleaseMark {

    private static final String RELEASE = "release";

    private final Voucher voucher;

    /** @param voucher of the Commissioner's keyset, which is in this service alone */
    ReleaseMark(Voucher voucher) {
        this.voucher = voucher;
    }

    /**
     * That of a release of these keys to the unit.
     *
     * @throws KeysUnavailableException if it cannot be made at the moment
     */
    ByteBuffer of(String complaintId, String unit, List<String> keyRefs) {
        return ByteBuffer.wrap(voucher.mark(facts(complaintId, unit, keyRefs)));
    }

    /**
     * Whether this service asked for what the event says.
     *
     * @throws KeysUnavailableException if that cannot be told at the moment
     */
    boolean isOn(CaseEvent event) {
        Released released = event.getReleased();
        return released.getMark() != null
                && voucher.isMark(
                        AvroBinary.bytes(released.getMark()),
                        facts(event.getHeader().getComplaintId(), released.getUnit(), released.getKeyRefs()));
    }

    private static List<String> facts(String complaintId, String unit, List<String> keyRefs) {
        return Stream.concat(Stream.of(RELEASE, complaintId, unit), keyRefs.stream())
                .toList();
    }
}
