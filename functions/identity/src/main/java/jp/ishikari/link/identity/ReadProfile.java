package jp.ishikari.link.identity;

import java.time.LocalDate;
import java.util.Map;
import jp.ishikari.link.domain.identity.Account;
import jp.ishikari.link.domain.identity.AccountStore;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * What can be filled in for the resident, by GIF key, with where it comes from and of which day. A
 * session that proofs nothing is told nothing that a proofed one brought.
 */
record ReadProfile(AccountStore accounts, SignInWays ways) implements Operation {

  private record Profile(Map<String, Object> values, String source, LocalDate asOf) {}

  @Override
  public Response run(Request request) {
    Account account = accounts.find(request.resident().accountId()).orElseThrow();
    Map<String, String> claims = request.resident().proven() ? account.claims() : Map.of();
    String source = ways.named(account.source()).map(SignInWay::label).orElse(account.source());
    return Response.ok(new Profile(Claims.byGif(claims), source, account.asOf()));
  }
}
