/** The topology that gives every complaint a class, a priority and an owner, and the service around it. */
@NullMarked
package kz.aryz.triage;

import org.jspecify.annotations.NullMarked;
