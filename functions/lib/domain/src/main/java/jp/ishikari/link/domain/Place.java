package jp.ishikari.link.domain;

/**
 * One of the numbered places (定員) that a procedure has in a round. Two applications never hold the
 * same one.
 *
 * @param round which round of which procedure, {@link Procedure#round()}
 * @param number from 1 to the capacity
 * @param holder keyed hash of who holds it, within that round; nobody holds two
 */
public record Place(String round, int number, String holder) {}
