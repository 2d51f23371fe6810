package jp.ishikari.link.domain;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;

/**
 * Everything that becomes true at once when an application is sent in.
 *
 * @param application at version 1
 * @param terms of the people index
 * @param meaning what the failures of the application's own rows mean to the caller
 * @param parts what facets bring with it
 * @param <F> why it may not happen, in the words of the caller
 */
public record Submission<F>(
    Application application,
    ApplicationEvent event,
    Idempotency token,
    Set<String> terms,
    Function<NotSubmitted, F> meaning,
    List<Part<F>> parts) {

  /** An application that no facet has anything to do with. */
  public static Submission<NotSubmitted> of(
      Application application, ApplicationEvent event, Idempotency token, Set<String> terms) {
    return new Submission<>(application, event, token, terms, Function.identity(), List.of());
  }

  /** The same, its failures told in the words of the caller. */
  public <G> Submission<G> as(Function<F, G> then) {
    return new Submission<>(
        application,
        event,
        token,
        terms,
        meaning.andThen(then),
        parts.stream().map(part -> part.as(then)).toList());
  }

  /** The same with one more part. */
  public Submission<F> with(Part<F> part) {
    return with(List.of(part));
  }

  /** The same with more parts. */
  public Submission<F> with(List<Part<F>> more) {
    return new Submission<>(
        application,
        event,
        token,
        terms,
        meaning,
        Stream.concat(parts.stream(), more.stream()).toList());
  }
}
