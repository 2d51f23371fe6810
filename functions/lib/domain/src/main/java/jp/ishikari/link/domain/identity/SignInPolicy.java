package jp.ishikari.link.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How staff sign in, as system administrators set it. Every revision is kept.
 *
 * @param revision 0 before anybody has set anything
 * @param notice what the console says before signing in; null for nothing
 * @param attempts wrong codes in a row until the lock
 * @param idleMinutes minutes after which an unused session ends
 * @param hours hours after which a session ends in any case
 * @param networks by name of a role, from where it may be used; a role without any, from everywhere
 *     that the firewall lets through
 * @param withoutCode names of the roles of which no one-time code is asked
 * @param at when it was set; null for revision 0
 * @param byName who set it; null for revision 0
 */
public record SignInPolicy(
    int revision,
    @Nullable String notice,
    int attempts,
    int idleMinutes,
    int hours,
    Map<String, List<String>> networks,
    Set<String> withoutCode,
    @Nullable Instant at,
    @Nullable String byName) {

  /** A revision of before there was a choice asks everybody. */
  public SignInPolicy {
    withoutCode = withoutCode == null ? Set.of() : withoutCode;
  }

  /** What holds before anybody has set anything. */
  public static final SignInPolicy FIRST =
      new SignInPolicy(0, null, 5, 30, 8, Map.of(), Set.of(), null, null);

  public Duration idle() {
    return Duration.ofMinutes(idleMinutes);
  }

  public Duration absolute() {
    return Duration.ofHours(hours);
  }

  /** Whether a role may be used from an address. */
  public boolean lets(String role, String address) {
    List<String> ranges = networks.getOrDefault(role, List.of());
    return ranges.isEmpty()
        || ranges.stream()
            .flatMap(range -> Network.read(range).stream())
            .anyMatch(network -> network.contains(address));
  }
}
