package jp.ishikari.link.payments.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import org.jspecify.annotations.Nullable;

/** Which gateway each way to pay goes to, as administrators set it. */
public interface PaymentWays {
  /** A way to pay that is not used. */
  String UNUSED = "none";

  /**
   * One way to pay.
   *
   * @param gateway its name, or {@link #UNUSED}
   */
  record Way(String method, String gateway) {}

  /**
   * What was set at once.
   *
   * @param revision counts up; 0 while nobody has set anything
   * @param ways those that are set; every other goes to the first gateway that offers it
   * @param at when it was set
   * @param byName who of the staff set it
   */
  record Set(int revision, List<Way> ways, @Nullable Instant at, @Nullable String byName) {
    static final Set NONE = new Set(0, List.of(), null, null);

    /** Empty where nobody has said anything about it. */
    public Optional<String> gatewayOf(String method) {
      return ways.stream().filter(way -> way.method().equals(method)).map(Way::gateway).findFirst();
    }
  }

  /** What holds now (consistent). */
  Set current();

  /** What was set, newest first. */
  List<Set> history(int most);

  /** The next revision and the promise to answer the same again together. */
  Outcome<NotSaved, Set> save(Set next, Idempotency token);

  Optional<NotSaved> repeated(String token, String bodyHash);
}
