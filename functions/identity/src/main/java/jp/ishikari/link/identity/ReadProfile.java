package jp.ishikari.link.identity;

import java.time.LocalDate;
import java.util.Map;
import jp.ishikari.link.domain.identity.Account;
import jp.ishikari.link.domain.identity.AccountStore;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * What can be filled in for the resident, by GIF key, with where it comes from and of which day.
 */
record ReadProfile(AccountStore accounts) implements Operation {

  private record Profile(Map<String, Object> values, String source, LocalDate asOf) {}

  @Override
  public Response run(Request request) {
    Account account = accounts.find(request.resident().accountId()).orElseThrow();
    return Response.ok(new Profile(Claims.byGif(account.claims()), "マイナンバーカード", account.asOf()));
  }
}
