package kz.aryz.shredding;

/** Why sections are not destroyed, and what to do about it. The names are an interface: they stay as they are. */
public enum Refusal {
    /** Something on record about the complaint cannot be read, and may forbid it. */
    UNREADABLE("something on record about it is of a later version, or broken: use the version that runs"),
    /** A legal hold stands. */
    LEGAL_HOLD("a legal hold stands: an officer of the role that set it must lift it first"),
    /** No unit has it, so that nobody of another body knows of it, whatever their token said of their unit. */
    HELD("the Commissioner holds it, so that nobody of another body can approve it: release it to a unit first"),
    /** Nobody of the Commissioner's office approved it. */
    NOT_APPROVED_BY_COMMISSIONER(
            "no officer of the Commissioner approved it: let one do so at the Commissioner's inbox"),
    /** Nobody of another body than the Commissioner's approved it who may know of the complaint. */
    NOT_APPROVED_BY_ANOTHER_BODY(
            "nobody of another body than the Commissioner's approved it: let the supervising prosecutor of the unit that has"
                    + " the complaint do so at the desk; an approver whose body the complaint excludes does not count"),
    /** What was approved is something else. */
    OTHER_SECTIONS(
            "not all of these sections were approved by two bodies: ask for what was approved, or have it approved"),
    /** An allegation of torture or abuse of power, and no order. */
    NO_ORDER(
            "the complaint is of class A or B, or has none yet: both approvals must rest on one and the same order of a court"
                    + " or of the Commissioner, with its number"),
    /** The approvals do not count any more. */
    TOO_OLD("the approvals are too old to count: have it approved again"),
    /** It was approved too short a time ago. */
    COOLING_OFF("it was approved too short a time ago: wait until the time to think again is over");

    private final String advice;

    Refusal(String advice) {
        this.advice = advice;
    }

    /** What is missing, and what to do. */
    String advice() {
        return advice;
    }
}
