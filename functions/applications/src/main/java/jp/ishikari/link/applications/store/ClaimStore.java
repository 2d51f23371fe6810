package jp.ishikari.link.applications.store;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;

/** Keeps how ownerless applications may be taken over (引継ぎ), each with its application. */
public interface ClaimStore {

  /** That an application may be taken over by whoever knows its code. */
  Part<NotSaved> offering(Claim claim);

  /** That it was taken over, which can be done once. */
  Part<NotSaved> ending(Claim claim);

  /** Empty when the application was taken over already, or when it is too late. */
  Optional<Claim> find(String claimId, Instant now);
}
