package kz.aryz.system.journey;

/** An entry of the Commissioner's inbox. */
record Alert(String obligationId, String reason, String state) {}
