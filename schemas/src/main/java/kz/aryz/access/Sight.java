package kz.aryz.access;

/** Which complaints of a queue are in it for somebody; no other is in its list, its paging or its count. */
public enum Sight {
    /** None, and no queue either. */
    NOTHING,
    /** Those assigned to the person. */
    ASSIGNED,
    /** All. */
    ALL
}
