/** Sign-in as people and scripts meet it: an Aryz with an identity provider, its accounts in a browser, its tokens at the APIs. */
@NullMarked
package kz.aryz.system.signin;

import org.jspecify.annotations.NullMarked;
