package kz.aryz.intake.api;

import java.util.List;
import kz.aryz.intake.submission.Answer;

/** The answer {@code 201} as JSON. The receipt key is in here and nowhere else. */
record ReceiptBody(String complaintNumber, String receiptKey, String receivedAt, List<GapBody> gaps) {

    record GapBody(String code, String field) {}

    static ReceiptBody of(Answer.Accepted accepted) {
        return new ReceiptBody(
                accepted.number().text(),
                accepted.key().reveal(),
                accepted.receivedAt().toString(),
                accepted.gaps().stream()
                        .map(gap -> new GapBody(gap.getCode(), gap.getField()))
                        .toList());
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ReceiptBody[" + complaintNumber + "]";
    }
}
