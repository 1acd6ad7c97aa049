package kz.aryz.shredding;

/**
 * That a legal hold was set or lifted.
 *
 * @param by who did
 * @param set whether it was set
 */
record HoldChange(Officer by, boolean set) {}
