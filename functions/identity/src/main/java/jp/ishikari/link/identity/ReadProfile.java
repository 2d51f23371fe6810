package jp.ishikari.link.identity;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.identity.Account;
import jp.ishikari.link.domain.identity.AccountStore;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * What can be filled in for the resident, by GIF key, each with where it comes from and of which
 * day. A session that proofs nothing is told nothing that a proofed one brought.
 */
record ReadProfile(AccountStore accounts, SignInWays ways) implements Operation {

  /** Where a value comes from: what residents call it, and the day on which it was said. */
  private record Origin(String source, LocalDate asOf) {}

  private record Profile(Map<String, Object> values, Map<String, Origin> origins) {}

  @Override
  public Response run(Request request) {
    Account account = accounts.find(request.resident().accountId()).orElseThrow();
    Map<String, Object> values =
        request.resident().proven() ? Claims.byGif(account.claims()) : Map.of();
    Origin origin = new Origin(ways.label(account.source()), account.asOf());
    return Response.ok(
        new Profile(
            values,
            values.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), key -> origin))));
  }
}
