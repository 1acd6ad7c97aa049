package kz.aryz.intake.api;

import kz.aryz.intake.json.UnreadableJson;
import kz.aryz.runtime.http.ProblemType;

/** The problems of this API; each says in its detail what to do. */
public final class IntakeProblem {

    private static final String BUNDLE = "kz.aryz.intake.api.problems";

    static final ProblemType BROKEN_JSON = new ProblemType("broken-json", 400, BUNDLE);
    static final ProblemType NOT_JSON = new ProblemType("not-json", 400, BUNDLE);
    static final ProblemType NOT_UTF_8 = new ProblemType("not-utf-8", 400, BUNDLE);
    static final ProblemType TOO_DEEP = new ProblemType("too-deep", 400, BUNDLE);
    static final ProblemType UNKNOWN_RECEIPT_KEY = new ProblemType("unknown-receipt-key", 404, BUNDLE);
    static final ProblemType OTHER_BODY = new ProblemType("other-body-under-this-key", 409, BUNDLE);
    static final ProblemType NO_CONTENT = new ProblemType("no-content", 422, BUNDLE);

    /** Nobody knows whether the complaint is safe. */
    public static final ProblemType NOT_CONFIRMED = new ProblemType("not-confirmed", 503, BUNDLE);

    private IntakeProblem() {}

    static ProblemType of(UnreadableJson.Reason reason) {
        return switch (reason) {
            case EMPTY -> NO_CONTENT;
            case ENCODING -> NOT_UTF_8;
            case BROKEN -> BROKEN_JSON;
            case TOO_DEEP -> TOO_DEEP;
        };
    }
}
