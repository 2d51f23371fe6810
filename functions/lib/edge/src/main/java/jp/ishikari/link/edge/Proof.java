package jp.ishikari.link.edge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a provider's machine proves that what it sends is the provider's own. */
public interface Proof {

  /**
   * Looks at a message.
   *
   * @param headers by lower-case name
   * @param body byte for byte as it was sent
   * @return the provider's own id of the message, covered by the proof; empty when it proves
   *     nothing, is too old, or lies in the future
   */
  Optional<String> check(Map<String, List<String>> headers, byte[] body, Instant now);
}
