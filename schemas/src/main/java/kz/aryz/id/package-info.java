/** Identifiers: numbers and keys that people read aloud, and ids that are hashes of their causes. */
@NullMarked
package kz.aryz.id;

import org.jspecify.annotations.NullMarked;
