/** What the catalogue and the serdes promise, held against a real broker and a real registry. */
@NullMarked
package kz.aryz.system.schemas;

import org.jspecify.annotations.NullMarked;
