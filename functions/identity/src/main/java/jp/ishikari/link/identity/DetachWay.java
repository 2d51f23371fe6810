package jp.ishikari.link.identity;

import java.time.InstantSource;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.device.Device;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.residents.ChangingWays;
import jp.ishikari.link.identity.store.AccountStore;
import jp.ishikari.link.identity.store.AttachedWay;
import jp.ishikari.link.identity.store.SignInRecord;

/**
 * Takes a way to sign in from the account, and signs out everywhere else. Never the last one; only
 * soon after signing in, by whoever is verified where somebody is. Doing it again finds nothing to
 * do, so that a repeated request needs no token.
 */
@Contract(request = DetachWay.Asked.class)
record DetachWay(
    AccountStore accounts, Sessions sessions, ChangingWays changing, InstantSource clock)
    implements Operation {

  record Asked(@Limit(max = 128) String identity) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .map(Asked::identity)
        .<Response>then(identity -> Outcome.success(detach(request, identity)))
        .fold(refusal -> refusal, done -> done);
  }

  private Response detach(Request request, String identity) {
    Caller.Resident resident = request.resident();
    Optional<AttachedWay> way =
        accounts.ways(resident.accountId()).stream()
            .filter(attached -> attached.identity().equals(identity))
            .findFirst();
    if (way.isEmpty()) {
      // Taken away before, or never theirs: it is not attached to this account.
      return Response.noContent();
    }
    Optional<SignInFailure> refused = changing.refused(resident);
    if (refused.isPresent()) {
      return refused.get().problem().response();
    }
    boolean done =
        accounts.detach(
            resident.accountId(),
            identity,
            new SignInRecord(
                resident.accountId(),
                clock.instant(),
                Device.of(request.header("user-agent").orElse("")),
                SignInRecord.What.DETACHED,
                way.get().way()));
    if (!done) {
      return Problem.LAST_WAY.response();
    }
    sessions.running(resident.accountId()).stream()
        .map(Session::id)
        .filter(id -> !id.equals(resident.session()))
        .forEach(sessions::end);
    return Response.noContent();
  }
}
