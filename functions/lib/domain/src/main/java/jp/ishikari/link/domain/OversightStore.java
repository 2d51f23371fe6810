package jp.ishikari.link.domain;

import java.util.List;

/** Keeps what other administrators are to know of; nothing of it is ever taken away. */
public interface OversightStore {

  /** That it is noted, in the same transaction as what is done. */
  Part<NotSaved> noting(Noted noted);

  /** Newest first, at most {@code limit}. */
  List<Noted> newest(int limit);

  /** Keeps that somebody has seen it; the first time stands. */
  Sight seen(String notedId, Noted.Seen by);

  /** What became of somebody's word that they have seen it. */
  enum Sight {
    KEPT,
    /** Who did it or whom it was done to can't say so. */
    OWN,
    /** There is no such thing. */
    UNKNOWN
  }
}
