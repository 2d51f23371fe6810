package jp.ishikari.link.staffdirectory;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.ishikari.link.domain.Noted;
import jp.ishikari.link.domain.OversightStore;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * 確認しました: an administrator has seen what another did alone to a third; who and when is kept. Doing
 * it again changes nothing, so that a repeated request needs no token.
 */
@Contract
record SeeOversight(OversightStore oversight, InstantSource clock) implements Operation {

  @Override
  public Response run(Request request) {
    Caller.Staff staff = request.staff();
    return switch (oversight.seen(
        request.path().get("notedId"),
        new Noted.Seen(
            staff.staffId(), staff.name(), clock.instant().truncatedTo(ChronoUnit.MILLIS)))) {
      case KEPT -> Response.noContent();
      case OWN ->
          Problem.RULE_VIOLATED.response(
              List.of(
                  new Problem.FieldError(
                      "notedId", "own", "自分がしたことと、自分についてのことは、確認できません。ほかの管理者が確認します。")));
      case UNKNOWN -> Problem.NOT_FOUND.response();
    };
  }
}
