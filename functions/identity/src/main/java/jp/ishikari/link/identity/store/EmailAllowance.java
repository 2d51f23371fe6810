package jp.ishikari.link.identity.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many codes an address, or a browser, was sent of late. A pause between two and a few in an
 * hour: enough for whoever mistypes, too little to pester somebody or to guess.
 *
 * @param since when the hour began that they are counted in
 * @param sent how many since then
 * @param last when the last one was sent
 */
public record EmailAllowance(Instant since, int sent, Instant last) {
  public static final Duration PAUSE = Duration.ofMinutes(1);
  public static final int IN_AN_HOUR = 6;
  private static final Duration HOUR = Duration.ofHours(1);

  /** After the first one. */
  public static EmailAllowance first(Instant now) {
    return new EmailAllowance(now, 1, now);
  }

  /** After one more, sent now; empty when it is too soon or too many. */
  public Optional<EmailAllowance> another(Instant now) {
    if (now.isBefore(last.plus(PAUSE))) {
      return Optional.empty();
    }
    if (!now.isBefore(until())) {
      return Optional.of(first(now));
    }
    return sent < IN_AN_HOUR
        ? Optional.of(new EmailAllowance(since, sent + 1, now))
        : Optional.empty();
  }

  /** From then on it says nothing any more. */
  public Instant until() {
    return since.plus(HOUR);
  }
}
