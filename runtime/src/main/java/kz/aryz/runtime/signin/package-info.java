/** Sign-in of staff with an OpenID Connect provider, and the guard in front of every page and API that is theirs. */
@NullMarked
package kz.aryz.runtime.signin;

import org.jspecify.annotations.NullMarked;
