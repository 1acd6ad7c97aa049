package kz.aryz.access;

/** What somebody wants to do. */
public enum Action {
    /** Hand in complaints. */
    SUBMIT(Matter.Whole.class, false),
    /** See a unit's queue; which of its complaints are in it for a person is {@link Access#sight}. */
    LIST_QUEUE(QueueFacts.class, true),
    /** See that a complaint exists: its number, class, priority and place. */
    SEE_ITEM(ComplaintFacts.class, true),
    /** Give a complaint to somebody of the unit. */
    ASSIGN(ComplaintFacts.class, true),
    /** Work on a complaint: whoever is given one must be somebody who may. */
    WORK_ON(ComplaintFacts.class, true),
    /** Read what happened. */
    OPEN_ACCOUNT(ComplaintFacts.class, true),
    /** Read who is concerned. */
    OPEN_IDENTITY(ComplaintFacts.class, true),
    /** Read who is concerned in an emergency, and the Commissioner is told of it first. */
    BREAK_GLASS(ComplaintFacts.class, true),
    /** Read what members of staff said about what they opened or released. */
    READ_NOTES(ComplaintFacts.class, true),
    /** Let the unit that owns a complaint read who is concerned. */
    RELEASE_IDENTITY(ComplaintFacts.class, true),
    /** Give a complaint that the Commissioner holds to a unit, with the bare facts alone. */
    CHECK_EX_OFFICIO(ComplaintFacts.class, true),
    /** Say that sections of a complaint may be destroyed. Alone it destroys nothing. */
    APPROVE_DESTRUCTION(ComplaintFacts.class, true),
    /** Set a legal hold, which keeps a complaint from being destroyed, or lift one of the own office. */
    HOLD(ComplaintFacts.class, true),
    /** See what the Commissioner must be told. */
    LIST_ALERTS(Matter.Whole.class, true),
    /** See what the Commissioner holds. */
    LIST_HELD(Matter.Whole.class, true),
    /** Confirm that the Commissioner's office knows. */
    ACKNOWLEDGE_ALERT(Matter.Whole.class, true),
    /** Read who opened what, when and why. */
    READ_LOG(Matter.Whole.class, false),
    /** Read numbers that nobody has suppressed yet. */
    READ_AGGREGATES(Matter.Whole.class, false),
    /** Run the system: dead letters, reference data, keys. */
    OPERATE(Matter.Whole.class, false);

    private final Class<? extends Matter> about;
    private final boolean telling;

    Action(Class<? extends Matter> about, boolean telling) {
        this.about = about;
        this.telling = telling;
    }

    /** What kind of matter it is about. */
    public Class<? extends Matter> about() {
        return about;
    }

    /** Whether whoever does it learns that some complaint exists. */
    boolean isTelling() {
        return telling;
    }
}
