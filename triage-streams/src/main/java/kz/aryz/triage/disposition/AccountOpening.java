package kz.aryz.triage.disposition;

import java.util.Optional;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
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
        WrappedKey key = complaint.key().orElse(null);
        return switch (opener.open(complaint.complaintId(), Section.ACCOUNT, account.get(), key)) {
            case Opening.Opened<AccountSection> opened -> new Open(complaint, opened.content());
            case Opening.Refused<AccountSection> refused ->
                new Shut(complaint, refused.code().name());
        };
    }
}
