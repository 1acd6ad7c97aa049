package kz.aryz.triage.disposition;

import java.util.Optional;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeysUnavailableException;
import kz.aryz.sealing.Opener;
import kz.aryz.sealing.Opening;
import kz.aryz.sealing.Section;
import kz.aryz.triage.admission.Admitted;
import kz.aryz.triage.disposition.OpenedComplaint.Open;
import kz.aryz.triage.disposition.OpenedComplaint.Shut;

/** Opens accounts with triage's own key. */
public final class AccountOpening {

    /** The submission came without an account. */
    static final String NO_SECTION = "NO_SECTION";

    private final Opener opener;

    /** @param opener holds the private key */
    public AccountOpening(Opener opener) {
        this.opener = opener;
    }

    public OpenedComplaint open(Admitted complaint) {
        Optional<Sealed> account = complaint.account();
        if (account.isEmpty()) {
            return new Shut(complaint, NO_SECTION);
        }
        return complaint.again() ? openAgain(complaint, account.get()) : open(complaint, account.get());
    }

    private OpenedComplaint open(Admitted complaint, Sealed account) {
        WrappedKey key = complaint.key().orElse(null);
        return switch (opener.open(complaint.complaintId(), Section.ACCOUNT, account, key)) {
            case Opening.Opened<AccountSection> opened -> new Open(complaint, opened.content());
            case Opening.Refused<AccountSection> refused ->
                new Shut(complaint, refused.code().name());
        };
    }

    /** What the keys of this start do not open stays shut: no complaint that comes waits until more can be read. */
    private OpenedComplaint openAgain(Admitted complaint, Sealed account) {
        try {
            return open(complaint, account);
        } catch (KeysUnavailableException e) {
            return new Shut(complaint, Opening.Code.WRONG_KEY.name());
        }
    }
}
