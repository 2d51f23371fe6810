package jp.ishikari.link.domain;

import java.util.LinkedHashSet;
import java.util.Set;

/** Terms of the people index that a step adds to an application, and those it takes away. */
public record TermChange(Set<String> added, Set<String> removed) {
  public static final TermChange NONE = new TermChange(Set.of(), Set.of());

  /** What leads from one set of terms to the other. */
  public static TermChange between(Set<String> before, Set<String> after) {
    return new TermChange(without(after, before), without(before, after));
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> left = new LinkedHashSet<>(all);
    left.removeAll(some);
    return left;
  }
}
