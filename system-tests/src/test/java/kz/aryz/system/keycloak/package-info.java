/** An Aryz whose staff sign in at Keycloak, with the realm that compose takes. */
@NullMarked
package kz.aryz.system.keycloak;

import org.jspecify.annotations.NullMarked;
