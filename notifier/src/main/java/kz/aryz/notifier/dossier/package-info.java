/** The Commissioner's own file of every complaint: where its parts and keys lie, and who has it. It holds neither. */
@NullMarked
package kz.aryz.notifier.dossier;

import org.jspecify.annotations.NullMarked;
