package jp.ishikari.link.identity;

import java.time.InstantSource;
import java.util.List;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.residents.CardWay;
import jp.ishikari.link.identity.signing.SigningConcern;
import jp.ishikari.link.identity.store.Account;
import jp.ishikari.link.identity.store.AccountStore;
import jp.ishikari.link.identity.store.CertificateStore;

/** Why this resident may not be able to sign, to be told before a long form. */
@Contract(response = ListSigningConcerns.Told.class)
record ListSigningConcerns(
    AccountStore accounts, CertificateStore certificates, InstantSource clock)
    implements Operation {

  record Told(List<SigningConcern> concerns) {}

  @Override
  public Response run(Request request) {
    if (!request.resident().proven()) {
      // What a card said is told to whoever came with one.
      return Response.ok(new Told(List.of()));
    }
    Account account = accounts.find(request.resident().accountId()).orElseThrow();
    return Response.ok(
        new Told(
            SigningConcern.of(
                account.claims(),
                accounts.ways(account.accountId()).stream()
                    .anyMatch(way -> way.way().equals(CardWay.NAME)),
                certificates.find(account.accountId()),
                Reception.today(clock.instant()))));
  }
}
