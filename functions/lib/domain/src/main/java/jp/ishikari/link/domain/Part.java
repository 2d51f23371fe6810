package jp.ishikari.link.domain;

import java.util.function.Function;

/**
 * Something that becomes true, or must be true, in the same transaction as something else. The
 * store that it belongs to makes it and alone knows what is written and under which condition;
 * whoever writes the transaction takes it as it is.
 *
 * @param <F> what it means when the condition does not hold
 */
public interface Part<F> {

  /** The same part, its failure told in the words of whoever adds it to a transaction. */
  <G> Part<G> as(Function<F, G> meaning);
}
