package jp.ishikari.link.domain;

import java.util.function.Function;

/**
 * What an operation that may fail in expected ways gives back. The unexpected stays an exception.
 *
 * @param <F> the closed set of failures
 * @param <T> the value of success
 */
public sealed interface Outcome<F, T> {

  /** It worked. */
  record Success<F, T>(T value) implements Outcome<F, T> {}

  /** It failed in a way that was foreseen. */
  record Failure<F, T>(F reason) implements Outcome<F, T> {}

  static <F, T> Outcome<F, T> success(T value) {
    return new Success<>(value);
  }

  static <F, T> Outcome<F, T> failure(F reason) {
    return new Failure<>(reason);
  }

  /** Goes on with the value, or keeps the failure. */
  default <U> Outcome<F, U> then(Function<T, Outcome<F, U>> next) {
    return switch (this) {
      case Success<F, T>(T value) -> next.apply(value);
      case Failure<F, T>(F reason) -> failure(reason);
    };
  }

  /** Turns the value into another, or keeps the failure. */
  default <U> Outcome<F, U> map(Function<T, U> next) {
    return then(value -> success(next.apply(value)));
  }

  /** Ends in one type: the value's answer or the failure's. */
  default <R> R fold(Function<F, R> failed, Function<T, R> succeeded) {
    return switch (this) {
      case Success<F, T>(T value) -> succeeded.apply(value);
      case Failure<F, T>(F reason) -> failed.apply(reason);
    };
  }
}
