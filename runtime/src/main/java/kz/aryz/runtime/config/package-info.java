/** Configuration from environment variables, described once, read into validated records. */
@NullMarked
package kz.aryz.runtime.config;

import org.jspecify.annotations.NullMarked;
