/** Law and geography as effective-dated data: files, releases, and the snapshot that decisions are made with. */
@NullMarked
package kz.aryz.reference;

import org.jspecify.annotations.NullMarked;
