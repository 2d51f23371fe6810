package jp.ishikari.link.identity;

import java.time.Duration;
import java.util.Optional;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.domain.identity.StaffKeys;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.door.Pages;
import jp.ishikari.link.identity.door.Provider;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.staff.FirstAdministrator;
import jp.ishikari.link.identity.staff.SecondFactorClaim;
import jp.ishikari.link.identity.staff.StaffOnDuty;

/**
 * Takes staff back from the identity provider: a session that is good for the one-time code only,
 * which every screen asks for first, unless none is asked of them.
 *
 * @param accountClaim which of the provider's claims is the account that administrators registered;
 *     without it nobody is known
 */
@Contract(response = Contract.Page.class)
record FinishStaffSignIn(
    Doorkeeper doorkeeper,
    Provider provider,
    String accountClaim,
    SecondFactorClaim secondFactor,
    StaffKeys keys,
    StaffOnDuty staff,
    FirstAdministrator first,
    Sessions sessions)
    implements Operation {

  @Override
  public Response tooOften(Budget over, Duration wait) {
    return Pages.staffFailed(SignInFailure.TOO_OFTEN, "/");
  }

  @Override
  public Response run(Request request) {
    return doorkeeper
        .finish(request)
        .fold(
            lost -> Pages.staffFailed(lost.reason(), lost.returnTo()),
            confirmed -> {
              sessions.endEarlier(request);
              String account = confirmed.claims().get(accountClaim);
              if (account == null || account.isBlank()) {
                return Pages.staffFailed(SignInFailure.NOT_REGISTERED, "/");
              }
              String identity = keys.identityOf(account);
              Optional<StaffMember> member = staff.behind(identity);
              if (member.isEmpty()) {
                if (first.is(account)) {
                  return first.begin(identity);
                }
                return Pages.staffFailed(SignInFailure.NOT_REGISTERED, "/");
              }
              if (!staff.mayComeFrom(member.get(), request.sourceIp())) {
                return Pages.staffFailed(SignInFailure.NETWORK_REFUSED, "/");
              }
              boolean asserted = secondFactor.in(confirmed.claims());
              boolean done = staff.goesWithoutCode(member.get(), asserted);
              if (done) {
                staff.signedIn(member.get());
              }
              return sessions.startFirstFactor(
                  Pages.goOn(confirmed.signIn().returnTo(), done ? "職員コンソールに進む" : "ワンタイムコードの入力に進む"),
                  member.get().staffId(),
                  asserted);
            });
  }
}
