package jp.ishikari.link.domain;

/**
 * Why a write did not happen, whatever was written; nothing of it was. What can stand in the way of
 * one kind of thing only is told beside the store of that thing.
 */
public sealed interface NotSaved {
  /** The same request was already carried out; this is what it was answered. */
  record Repeated(String answer) implements NotSaved {}

  /** The same idempotency key came with another body. */
  record KeyReused() implements NotSaved {}

  /** Someone else was first: what is on record is not what this write started from. */
  record Overtaken() implements NotSaved {}
}
