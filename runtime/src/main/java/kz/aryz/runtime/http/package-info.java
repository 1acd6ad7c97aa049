/** The HTTP face that every service has: problems, limits, languages, what became of a form, health, metrics, security headers. */
@NullMarked
package kz.aryz.runtime.http;

import org.jspecify.annotations.NullMarked;
