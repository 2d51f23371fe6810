package jp.ishikari.link.identity.store;

import java.time.Instant;
import java.util.List;

/** Keeps for thirteen months who signed in when. */
public interface SignInRecords {
  void add(SignInRecord entry);

  /** The newest fifty, newest first. */
  List<SignInRecord> of(String accountId, Instant now);
}
