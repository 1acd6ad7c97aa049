/** What people decide about the destruction of a complaint, approvals and legal holds: as JSON, and as forms on its page. */
@NullMarked
package kz.aryz.dossier.destruction;

import org.jspecify.annotations.NullMarked;
