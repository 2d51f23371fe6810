package jp.ishikari.link.domain;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that becomes true at once when an application takes a step.
 *
 * @param next the application after it, one version on
 * @param terms of the people index that come and go
 * @param meaning what the failures of the application's own rows mean to the caller
 * @param parts what facets bring with it
 * @param <F> why it may not happen, in the words of the caller
 */
public record Advance<F>(
    Application next,
    ApplicationEvent event,
    Idempotency token,
    TermChange terms,
    Function<NotSaved, F> meaning,
    List<Part<F>> parts) {

  /** A step that no facet has anything to do with and that leaves the people index alone. */
  public static Advance<NotSaved> of(Application next, ApplicationEvent event, Idempotency token) {
    return new Advance<>(next, event, token, TermChange.NONE, Function.identity(), List.of());
  }

  /** The same, its failures told in the words of the caller. */
  public <G> Advance<G> as(Function<F, G> then) {
    return new Advance<>(
        next,
        event,
        token,
        terms,
        meaning.andThen(then),
        parts.stream().map(part -> part.as(then)).toList());
  }

  /** The same with these changes of the people index. */
  public Advance<F> with(TermChange change) {
    return new Advance<>(next, event, token, change, meaning, parts);
  }

  /** The same with one more part. */
  public Advance<F> with(Part<F> part) {
    return with(List.of(part));
  }

  /** The same with more parts. */
  public Advance<F> with(List<Part<F>> more) {
    return new Advance<>(
        next, event, token, terms, meaning, Stream.concat(parts.stream(), more.stream()).toList());
  }
}
