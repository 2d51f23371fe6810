package jp.ishikari.link.edge;

import java.time.InstantSource;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.FollowCode;
import jp.ishikari.link.domain.FollowCodes;
import jp.ishikari.link.domain.Outcome;

/**
 * Finds the application that a follow code belongs to. Without a session the code is all that
 * whoever applied has to show; a wrong one, one whose application was taken into an account, and
 * one whose case has been over for long are answered alike.
 */
public record FollowedApplication(
    FollowCodes codes, ApplicationStore applications, InstantSource clock) {

  /** Which code; what else a request says stands in a record of its own. */
  public record Named(@Limit(max = 40) String code) {}

  public Outcome<Response, Application> find(String code) {
    return FollowCode.idOf(code)
        .flatMap(codes::applicationOf)
        .flatMap(applications::find)
        .filter(a -> FollowCode.opens(a, applications, clock.instant()))
        .<Outcome<Response, Application>>map(Outcome::success)
        .orElseGet(
            () ->
                Outcome.failure(
                    Problem.NOT_FOUND.response(
                        "この番号では、申請を開けません。番号をお確かめください。"
                            + "アカウントに引き継いだ申請は「申請状況」にあります。"
                            + "手続きが終わってから90日が過ぎた番号は使えません。")));
  }
}
