package jp.ishikari.link.domain.signing;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.domain.Part;

/** Keeps what residents are about to sign. */
public interface SigningStore {

  /** The answers were written anew after they were signed, or they were sent in already. */
  record SignedAnew() {}

  /** That a request is gone, if it is still the one that was signed. */
  Part<SignedAnew> ending(SigningRequest signed);

  /** Puts it in the place of an earlier one of the same account and matter. */
  void freeze(SigningRequest request);

  /** The one that stands, unless it has expired. */
  Optional<SigningRequest> find(String accountId, String matter, Instant now);

  /**
   * Notes what became of a signature; false when the answers were written anew or sent in
   * meanwhile.
   */
  boolean note(SigningRequest request);
}
