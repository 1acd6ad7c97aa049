package kz.aryz.intake.receipt;

import kz.aryz.schema.Claimed;

/** What the claims about one complaint come to, for one request. */
public sealed interface Decision {

    /** This request was the first; the complaint has to be published. */
    record First(Claimed claimed) implements Decision {}

    /** The same was sent before; the answer is that of the first claim. */
    record Repeated(Claimed claimed) implements Decision {}

    /** Something else was sent before under the same key. */
    record Conflict() implements Decision {}
}
