/** The Kafka Streams client around a topology: memory, failures, readiness, questions to all instances. */
@NullMarked
package kz.aryz.runtime.streams;

import org.jspecify.annotations.NullMarked;
