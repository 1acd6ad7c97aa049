package kz.aryz.intake.complaint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.aryz.schema.Gap;

/** Collects what is missing or odd, each finding once, in the order of discovery, bounded. */
final class Gaps {

    /** The gaps travel in clear beside the complaint; a thousand odd fields shall not make the record too large. */
    static final int MOST = 200;

    private final Set<Gap> found = new LinkedHashSet<>();

    void add(GapCode code, String field) {
        if (found.size() < MOST) {
            found.add(gap(code, field));
        } else if (found.size() == MOST) {
            found.add(gap(GapCode.MORE_GAPS, ""));
        }
    }

    List<Gap> list() {
        return new ArrayList<>(found);
    }

    private static Gap gap(GapCode code, String field) {
        return new Gap(code.name(), field);
    }
}
