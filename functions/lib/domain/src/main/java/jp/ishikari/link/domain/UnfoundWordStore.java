package jp.ishikari.link.domain;

import java.time.YearMonth;
import java.util.List;

/** Counts of words that found nothing; rows go 13 months after their month. */
public interface UnfoundWordStore {

  /** One more in this month; none is lost among many at once. */
  void count(YearMonth month, String word);

  /** The most frequent of a month that were tried {@link UnfoundWord#TOLD_FROM} times or more. */
  List<UnfoundWord> most(YearMonth month, int limit);
}
