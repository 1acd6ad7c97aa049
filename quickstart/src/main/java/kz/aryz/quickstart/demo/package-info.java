/** January 2022 replayed: synthetic complaints over every channel, and what became of them. No real person is in them. */
@NullMarked
package kz.aryz.quickstart.demo;

import org.jspecify.annotations.NullMarked;
