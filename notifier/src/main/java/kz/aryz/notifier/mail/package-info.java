/** What a mail about an obligation says, free of the complaint's content, and the way to the mail server. */
@NullMarked
package kz.aryz.notifier.mail;

import org.jspecify.annotations.NullMarked;
