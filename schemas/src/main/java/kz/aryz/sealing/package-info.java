/** Sealing of personal data: who may read a section of a complaint, and the keys that say so. */
@NullMarked
package kz.aryz.sealing;

import org.jspecify.annotations.NullMarked;
