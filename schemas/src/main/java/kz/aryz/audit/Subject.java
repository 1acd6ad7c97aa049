package kz.aryz.audit;

import kz.aryz.access.ComplaintFacts;
import kz.aryz.sealing.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * The complaint that somebody wants to read.
 *
 * @param number its speakable number; null where unknown
 * @param facts what decides who may know of it
 * @param disclosure what consent lets whom read
 */
public record Subject(String complaintId, @Nullable String number, ComplaintFacts facts, Disclosure disclosure) {}
