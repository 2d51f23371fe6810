package jp.ishikari.link.drafts;

import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * Finds the draft a request names, by its code or its id, if the caller may go on with it. Nobody's
 * draft is open to whoever names it: neither its code nor its id can be guessed.
 */
record OwnDraft(DraftStore drafts, InstantSource clock) {
  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("M月d日").withZone(Reception.JST);

  /** Names a draft by its code or by its id. */
  record Named(@Nullable @Limit(max = 40) String code, @Nullable @Limit(max = 64) String draftId) {
    Optional<String> id() {
      return Optional.ofNullable(named(code, draftId));
    }
  }

  /** The id that either names; null when neither does. */
  static String named(String code, String id) {
    return code == null ? id : Draft.idOf(code).orElse(null);
  }

  /**
   * The draft; empty when there is none. Another's is answered as if it did not exist, also to a
   * guest who has the code of an account's: whoever tries codes learns of none. What was ever saved
   * with a verified identity is neither shown to whoever got hold of a mailbox nor changed or
   * thrown away by them.
   */
  Outcome<Response, Optional<Draft>> find(Request request, String draftId) {
    Optional<Draft> found = drafts.find(draftId, clock.instant());
    if (found.map(Draft::accountId).isEmpty()) {
      return Outcome.success(found);
    }
    return switch (request.caller()) {
      case Caller.Resident(String account, String session, boolean proven)
          when account.equals(found.get().accountId()) ->
          proven || !found.get().verified()
              ? Outcome.success(found)
              : Outcome.failure(Problem.PROOF_REQUIRED.response());
      case Caller.Guest() -> Outcome.failure(missing());
      case Caller.Resident other -> Outcome.failure(missing());
      case Caller.Staff staff -> Outcome.failure(missing());
      case Caller.Partner partner -> Outcome.failure(missing());
      case Caller.Machine machine -> Outcome.failure(missing());
    };
  }

  /** The draft, which must be there. */
  Outcome<Response, Draft> get(Request request, String draftIdOrNull) {
    return draftIdOrNull == null
        ? Outcome.failure(missing())
        : find(request, draftIdOrNull)
            .then(
                found ->
                    found
                        .<Outcome<Response, Draft>>map(Outcome::success)
                        .orElseGet(() -> Outcome.failure(missing())));
  }

  /**
   * Whether going on with it takes a verified identity: it was saved with one, or its procedure
   * asks for one now.
   */
  static boolean needsProof(Draft draft, Optional<Procedure> now) {
    return draft.verified() || now.filter(current -> current.level().verifies()).isPresent();
  }

  /** To its owner, when its procedure can't be applied for online any more. */
  static Response notOnline(Draft draft) {
    return Problem.RULE_VIOLATED.response(
        "この手続は、いまオンラインでは申請できません。書きかけの内容は"
            + UNTIL.format(draft.expiresAt())
            + "まで残り、またオンラインで申請できるようになれば続けられます。お急ぎのときは、窓口や電話でお手続きください。");
  }

  static Response missing() {
    return Problem.NOT_FOUND.response(
        "保存した申請が見つかりません。番号をお確かめください。保存から30日を過ぎたものと、送信が済んだものは残っていません。"
            + "ログインして保存したものは、ログインすると番号なしで続けられます。");
  }
}
