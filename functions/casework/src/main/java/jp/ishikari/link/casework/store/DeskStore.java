package jp.ishikari.link.casework.store;

import java.util.Collection;
import java.util.List;
import jp.ishikari.link.domain.ApplicationState;

/** Keeps the rows of the clerks' list; each can be made anew at any time. */
public interface DeskStore {

  /** One page of a list; {@code cursor} is null on the last. */
  record Page(List<DeskRow> rows, String cursor) {}

  /**
   * Keeps each row, unless a newer one of the same case is there: one of a later version of the
   * application or, at the same version, after more changes of its holds and its conversation. One
   * that is as new is replaced.
   *
   * @param rows of different cases, a hundred at most
   */
  void keep(Collection<DeskRow> rows);

  /** Of a division in one state, oldest first, one page of so many at most. */
  Page page(String divisionId, ApplicationState state, String cursor, int most);

  /**
   * What is over in a division and has a message that nobody has read, oldest first, so many at
   * most.
   */
  List<DeskRow> overAndUnread(String divisionId, int most);
}
