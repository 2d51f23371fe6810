package jp.ishikari.link.applications.store;

/** Names whoever holds a place so that nobody can tell who it is. */
public interface HolderNames {

  /** What holders are told apart by. */
  enum Kind {
    ACCOUNT,
    MAILBOX,
    /** A visit at the counter. */
    VISIT
  }

  /** Another name in each round, so that what somebody else applied for cannot be put together. */
  String of(String round, Kind kind, String who);
}
