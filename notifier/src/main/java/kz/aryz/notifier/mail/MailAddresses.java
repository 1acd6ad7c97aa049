package kz.aryz.notifier.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * Who writes to whom, each as an address and nothing beside it: no name, no angle brackets.
 *
 * @param sender address of Aryz
 * @param commissioner address of the Commissioner's office
 */
public record MailAddresses(String sender, String commissioner) {

    public MailAddresses {
        requireAddress("sender", sender);
        requireAddress("commissioner", commissioner);
    }

    /**
     * The mailbox of an addressee, by its code in the reference data. One without a mailbox of its own is told through
     * the Commissioner: a duty never ends for want of an address.
     */
    String mailboxOf(String addressee) {
        return commissioner;
    }

    String senderDomain() {
        return sender.substring(sender.lastIndexOf('@') + 1);
    }

    private static void requireAddress(String name, String address) {
        if (!isBare(address)) {
            throw new IllegalArgumentException(name + " is not a mail address, or has something beside it");
        }
    }

    private static boolean isBare(String address) {
        try {
            InternetAddress read = new InternetAddress(address, true);
            return !read.isGroup() && address.equals(read.getAddress());
        } catch (AddressException none) {
            return false;
        }
    }
}
