/** A complaint before people: what is known in clear, and what is sealed, once it is on record that they read it. */
@NullMarked
package kz.aryz.dossier.opening;

import org.jspecify.annotations.NullMarked;
