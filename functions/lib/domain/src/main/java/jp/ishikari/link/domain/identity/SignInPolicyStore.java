package jp.ishikari.link.domain.identity;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/** Keeps every revision of how staff sign in. */
public interface SignInPolicyStore {
  /** What holds now; {@link SignInPolicy#FIRST} before anybody has set anything. */
  SignInPolicy current();

  /** Newest first, at most {@code limit}. */
  List<SignInPolicy> history(int limit);

  /** Adds a revision; overtaken when it is there already. */
  Outcome<NotSaved, SignInPolicy> save(SignInPolicy next, Idempotency token);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);
}
