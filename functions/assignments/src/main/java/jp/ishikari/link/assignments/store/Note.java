package jp.ishikari.link.assignments.store;

import java.time.Instant;

/**
 * What a member of staff noted for colleagues. It is never changed and never taken back.
 *
 * @param number within its case, from 1
 * @param staffName as it was then
 */
public record Note(int number, String staffId, String staffName, String text, Instant at) {}
