/** The thin edge to Kafka: append and know that it is safe, read on and know how far. */
@NullMarked
package kz.aryz.intake.log;

import org.jspecify.annotations.NullMarked;
