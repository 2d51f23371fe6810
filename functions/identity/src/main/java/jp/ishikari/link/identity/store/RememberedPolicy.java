package jp.ishikari.link.identity.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.SignInPolicyStore;

/** The sign-in policy as a warm function remembers it: a change counts within ten seconds. */
public final class RememberedPolicy implements Supplier<SignInPolicy> {
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private record Seen(SignInPolicy policy, Instant at) {}

  private final SignInPolicyStore store;
  private final InstantSource clock;
  private volatile Seen seen;

  public RememberedPolicy(SignInPolicyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public SignInPolicy get() {
    Instant now = clock.instant();
    Seen last = seen;
    if (last == null || !now.isBefore(last.at().plus(REMEMBERED))) {
      last = new Seen(store.current(), now);
      seen = last;
    }
    return last.policy();
  }
}
