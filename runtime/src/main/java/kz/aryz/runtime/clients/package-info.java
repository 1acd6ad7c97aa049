/** The Kafka clients of a service with a topology, beside those that Kafka Streams makes. */
@NullMarked
package kz.aryz.runtime.clients;

import org.jspecify.annotations.NullMarked;
