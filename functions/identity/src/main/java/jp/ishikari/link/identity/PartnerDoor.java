package jp.ishikari.link.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.partner.PartnerClient;
import jp.ishikari.link.domain.partner.PartnerClientStore;
import jp.ishikari.link.edge.Caller;

/**
 * Which client of the partner API sends a request: {@code Authorization: Bearer id.secret}. The
 * client is asked each time, so that a revoked one is out with its next request.
 */
record PartnerDoor(PartnerClientStore clients, InstantSource clock) {
  private static final Pattern BEARER =
      Pattern.compile("[Bb]earer +(p-[0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

  /** Who shows no secret, a wrong one, or one that does not count today is a guest. */
  Caller of(List<String> authorizations) {
    if (authorizations.size() != 1) {
      return new Caller.Guest();
    }
    Matcher shown = BEARER.matcher(authorizations.getFirst().strip());
    if (!shown.matches()) {
      return new Caller.Guest();
    }
    return clients
        .find(shown.group(1))
        .filter(client -> client.countsOn(Reception.today(clock.instant())))
        .filter(client -> isSame(client, shown.group(2)))
        .<Caller>map(c -> new Caller.Partner(c.clientId(), c.scopes()))
        .orElseGet(Caller.Guest::new);
  }

  private boolean isSame(PartnerClient client, String secret) {
    return MessageDigest.isEqual(
        client.secretHash().getBytes(StandardCharsets.UTF_8),
        clients.hash(secret).getBytes(StandardCharsets.UTF_8));
  }
}
