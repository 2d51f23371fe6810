package jp.ishikari.link.identity.store;

import java.util.Optional;

/** Keeps sign-ins under way. */
public interface SignInStore {
  void save(SignIn signIn);

  /** Takes it away: a second caller with the same state finds nothing. */
  Optional<SignIn> take(String id);
}
