/** A file of every complaint: where its parts and keys lie, and who has it. It holds neither. */
@NullMarked
package kz.aryz.dossier;

import org.jspecify.annotations.NullMarked;
