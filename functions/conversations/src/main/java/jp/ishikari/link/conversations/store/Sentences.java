package jp.ishikari.link.conversations.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sentences (定型文) that a division keeps ready, as they stand since one change.
 *
 * @param revision counts the changes from 1; 0 where none was ever made
 * @param change what was done last; null where nothing was
 */
public record Sentences(int revision, @Nullable Change change, List<Sentence> all) {
  public static final Sentences NONE = new Sentences(0, null, List.of());

  /**
   * One of them.
   *
   * @param name by which clerks find it
   * @param text with words of a case in braces
   */
  public record Sentence(String sentenceId, String name, String text) {}

  /**
   * Who did what.
   *
   * @param by staff id
   * @param name of the sentence at that time
   */
  public record Change(Instant at, String by, String byName, Kind kind, String name) {}

  /** What can be done. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  public Optional<Sentence> find(String sentenceId) {
    return all.stream().filter(one -> one.sentenceId().equals(sentenceId)).findFirst();
  }

  /** With one in the place of that of its id, or at the end. */
  public Sentences with(Sentence next, Change done) {
    List<Sentence> after =
        find(next.sentenceId()).isPresent()
            ? all.stream()
                .map(one -> one.sentenceId().equals(next.sentenceId()) ? next : one)
                .toList()
            : Stream.concat(all.stream(), Stream.of(next)).toList();
    return new Sentences(revision + 1, done, after);
  }

  public Sentences without(Sentence gone, Change done) {
    return new Sentences(
        revision + 1, done, all.stream().filter(one -> !one.equals(gone)).toList());
  }
}
