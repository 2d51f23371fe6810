package jp.ishikari.link.forms;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions of a form.
 *
 * @param id which one, such as {@code children.birth}, {@code sex=male} or {@code en:title}; empty
 *     for the form itself
 * @param property what of it changed, such as {@code label}; null when all of it was added, removed
 *     or moved
 * @param before the JSON before; of a move, the id that it stood behind; null when there was none
 * @param after the JSON after
 */
public record Change(
    Kind kind,
    Part part,
    String id,
    @Nullable String property,
    @Nullable Object before,
    @Nullable Object after) {

  /** What happened. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    /** It stands at another place among its neighbours, or on another page. */
    MOVED
  }

  /** To what it happened. */
  public enum Part {
    FORM,
    PAGE,
    FIELD,
    OPTION,
    RULE,
    TEXT,
    EXAMPLE
  }
}
