package jp.ishikari.link.forms;

/**
 * A condition between several answers.
 *
 * <p>It is looked at when every field that it speaks of is shown and free of errors, and everything
 * that it computes with is answered; {@link Expression.Answered} itself may be false.
 *
 * @param at the field that carries the error, of the form itself and not of a group
 * @param message the sentence for the resident
 */
public record Rule(String id, Expression require, String at, String message) {}
