package jp.ishikari.link.domain;

/**
 * A division (課) and how to reach it.
 *
 * @param counter where its counter is and when it is open
 */
public record Division(String divisionId, String name, String phone, String counter) {}
