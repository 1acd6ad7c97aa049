/** Aryz as people meet it: its pages in an installed Chromium, with scripts and without, in three languages. */
@NullMarked
package kz.aryz.system.browser;

import org.jspecify.annotations.NullMarked;
