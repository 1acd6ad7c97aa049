package kz.aryz.system.journey;

/** What a complainant is given. */
public record Receipt(String complaintNumber, String receiptKey, String receivedAt) {}
