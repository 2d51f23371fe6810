package jp.ishikari.link.identity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.ishikari.link.domain.identity.ContactEmails;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.residents.Claims;
import jp.ishikari.link.identity.residents.SignInWays;
import jp.ishikari.link.identity.store.Account;
import jp.ishikari.link.identity.store.AccountStore;

/**
 * What can be filled in for the resident, by GIF key, each with where it comes from and of which
 * day. A session that verifies nobody is told nothing that a verified one brought.
 */
@Contract(response = ReadProfile.Profile.class)
record ReadProfile(AccountStore accounts, ContactEmails contacts, SignInWays ways)
    implements Operation {

  /** What the contact address is called in the GIF vocabulary. */
  private static final String EMAIL = "email";

  /** Where a value comes from: what residents call it, and the day on which it was said. */
  private record Origin(String source, LocalDate asOf) {}

  record Profile(Map<String, Object> values, Map<String, Origin> origins) {}

  @Override
  public Response run(Request request) {
    Account account = accounts.find(request.resident().accountId()).orElseThrow();
    Map<String, String> claims = request.resident().proven() ? account.claims() : Map.of();
    Origin provider = new Origin(ways.label(account.source()), account.asOf());
    Map<String, Object> values = Claims.byGif(claims);
    Map<String, Origin> origins = new LinkedHashMap<>();
    values.keySet().forEach(key -> origins.put(key, provider));
    contacts
        .of(account.accountId())
        .ifPresent(
            email -> {
              values.put(EMAIL, email.address());
              origins.put(EMAIL, new Origin("メールアドレスの確認", email.on()));
            });
    return Response.ok(new Profile(values, origins));
  }
}
