/** Programs of Aryz and of others as processes beside this one: started, awaited, stopped, never left behind. */
@NullMarked
package kz.aryz.quickstart.process;

import org.jspecify.annotations.NullMarked;
