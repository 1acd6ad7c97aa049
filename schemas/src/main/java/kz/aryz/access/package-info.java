/** Who may do what with which complaint: roles, people, and the one rule that every page, API and query asks. */
@NullMarked
package kz.aryz.access;

import org.jspecify.annotations.NullMarked;
