package kz.aryz.dossier.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section that is open, as programs get it. Its names are an interface: they stay as they are.
 *
 * @param section its path
 * @param parts in the order in which they came in; none where nothing of the kind did
 * @param next before which there may be more parts; null, and left out, where there are none
 */
record OpenedSection(
        String complaintId,
        @Nullable String complaintNumber,
        String section,
        List<OpenedPart> parts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    OpenedSection {
        parts = List.copyOf(parts);
    }
}
