package jp.ishikari.link.casework.store;

import java.util.List;

/** Names every case there is, some at a time, for work on all of them. */
public interface EveryCase {

  /** Some cases; {@code next} says where to go on, null after the last. */
  record Some(List<String> applicationIds, String next) {}

  /**
   * The first cases, or those after where an earlier call ended. A case that is sent in meanwhile
   * may be among them or not.
   *
   * @param after what the earlier call said; null to begin
   */
  Some after(String after);
}
