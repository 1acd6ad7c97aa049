/** The HTTP API for programs, as {@code openapi.json} describes it. */
@NullMarked
package kz.aryz.intake.api;

import org.jspecify.annotations.NullMarked;
