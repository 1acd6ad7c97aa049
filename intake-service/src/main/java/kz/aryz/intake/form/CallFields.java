package kz.aryz.intake.form;

import java.util.List;
import java.util.stream.Stream;

/** What a clerk notes of a call, visit or letter itself. Several complaints from one call have it in common. */
public final class CallFields {

    /** How it reached us. */
    public static final String CHANNEL = "channel";

    /** The channel of what somebody types themselves at a terminal in a facility; no clerk chooses it. */
    public static final String TERMINAL = "FACILITY_TERMINAL";

    /** Where the person is held now: on a visit, the place that is visited. */
    static final String HELD_AT = "heldAt";

    /** Those that the API has under the same name. */
    static final List<String> OF_MESSAGE = List.of(
            CHANNEL,
            "language",
            "interpreterNeeded",
            "origin",
            "capturedAt",
            "callerNumber",
            "eotinishNumber",
            "kuiNumber");

    /** All of them. */
    public static final List<String> NAMES =
            Stream.concat(OF_MESSAGE.stream(), Stream.of(HELD_AT)).toList();

    /** Ways by which a complaint reaches somebody who takes it down; people and programs use the others themselves. */
    public static final List<String> CHANNELS = List.of(
            "HOTLINE", "VISIT", "IN_PERSON", "PAPER_POST", "EMAIL", "MESSENGER", "EOTINISH", "COURT", "MEDICAL_FORM");

    /** Who or what brings it up. */
    public static final List<String> ORIGINS = List.of(
            "VICTIM",
            "RELATIVE",
            "LAWYER",
            "NGO",
            "MONITOR_NPM",
            "COMMISSIONER_VISIT",
            "PROSECUTOR_VISIT",
            "MEDICAL_FINDING",
            "COURT_STATEMENT",
            "MEDIA_EX_OFFICIO",
            "ANONYMOUS",
            "OFFICIAL_WHISTLEBLOWER");

    private CallFields() {}
}
