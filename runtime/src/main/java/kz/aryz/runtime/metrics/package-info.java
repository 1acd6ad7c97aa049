/** What a service measures about itself, for Prometheus. */
@NullMarked
package kz.aryz.runtime.metrics;

import org.jspecify.annotations.NullMarked;
