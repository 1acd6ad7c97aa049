/** What everybody can get hold of, repository and images: no key and no password lies in it. */
@NullMarked
package kz.aryz.system.shipped;

import org.jspecify.annotations.NullMarked;
