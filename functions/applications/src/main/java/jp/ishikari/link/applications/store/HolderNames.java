package jp.ishikari.link.applications.store;

import java.text.Normalizer;
import java.time.LocalDate;

/** Names whoever holds a place so that nobody can tell who it is. */
public interface HolderNames {

  /** What holders are told apart by. */
  enum Kind {
    ACCOUNT,
    MAILBOX,
    /** A visit at the counter. */
    VISIT,
    /** Whom a paper that staff entered says it is of. */
    ENTERED
  }

  /** Another name in each round, so that what somebody else applied for cannot be put together. */
  String of(String round, Kind kind, String who);

  /** Somebody by what papers say of them; spaces and width make nobody else. */
  static String person(String name, LocalDate birthDate) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return " " + birthDate + " " + folded.replaceAll("\\s", "");
  }
}
