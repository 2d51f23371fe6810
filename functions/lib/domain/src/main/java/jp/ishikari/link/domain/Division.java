package jp.ishikari.link.domain;

/**
 * A division (課) and how to reach it.
 *
 * @param counter where its counter is and when it is open
 * @param secondPerson whether a publication of its procedures needs a second person's approval
 */
public record Division(
    String divisionId, String name, String phone, String counter, boolean secondPerson) {}
