package kz.aryz.notifier.alert;

import kz.aryz.schema.MailDue;
import kz.aryz.schema.Obligation;

/** Writes to those who must be told. */
public interface Letters {

    /** The message of an obligation, which is kept as it is, and where it goes. */
    MailDue write(Obligation obligation);

    /** Where the message of an obligation goes today: a mailbox may move, and a wrong one be put right. */
    String mailboxOf(Obligation obligation);
}
