/**
 * The schema registry and what stands in it: every subject, its guarantee, and the schemas of every release, against
 * which the present ones are held.
 */
@NullMarked
package kz.aryz.registry;

import org.jspecify.annotations.NullMarked;
