/** Sign-in to an Aryz on this machine: demonstration accounts, and tokens for scripts. Nobody here proves who they are. */
@NullMarked
package kz.aryz.quickstart.signin;

import org.jspecify.annotations.NullMarked;
