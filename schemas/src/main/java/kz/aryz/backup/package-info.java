/**
 * A copy of everything that stands on the topics and in the registry, and the way back: every record at its offset, every
 * group at its place. Wrapped keys lie apart; see docs/decisions/backup.md.
 */
@NullMarked
package kz.aryz.backup;

import org.jspecify.annotations.NullMarked;
