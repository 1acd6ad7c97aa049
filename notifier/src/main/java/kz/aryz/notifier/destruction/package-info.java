/** What the Commissioner's officers decide about the destruction of complaints, and seeing to it that it is carried out. */
@NullMarked
package kz.aryz.notifier.destruction;

import org.jspecify.annotations.NullMarked;
