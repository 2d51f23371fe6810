package jp.ishikari.link.formdesign;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import org.jspecify.annotations.Nullable;

/**
 * A second person approves the publication that waits, or sends it back with the reason. Nobody
 * approves their own, nor that of the colleague they stand in for; taking one's own back is
 * allowed.
 */
@Contract(
    request = DecidePublication.Asked.class,
    response = {DecidePublication.Declined.class, DesignPublication.Published.class},
    status = 201)
record DecidePublication(OwnDesign own, DesignPublication publications, DesignWrite writes)
    implements Operation {
  private static final int CREATED = 201;

  /**
   * @param note must be there when it is sent back
   */
  record Asked(
      @Limit int revision,
      boolean approved,
      @Nullable @Limit(max = 500, lines = true) String note) {
    Asked checked(Body.Mistakes mistakes) {
      if (!approved && note == null) {
        mistakes.wrong("note", "required", "入力してください。");
      }
      return this;
    }
  }

  record Declined(int revision) {}

  @Override
  public Response run(Request request) {
    return own.change(
        request,
        Asked.class,
        Asked::checked,
        (key, design, asked) -> decide(request, key, design, asked));
  }

  private Response decide(Request request, IdempotencyKey key, Design design, Asked asked) {
    if (!asked.approved()) {
      return writes.write(
          request,
          key,
          design,
          asked.revision(),
          design.declined(writes.said(request.staff().name(), asked.note())),
          CREATED,
          saved -> new Declined(saved.revision()),
          writes.designs()::save);
    }
    if (design.awaiting() == null) {
      return writes
          .earlier(key, CREATED)
          .orElseGet(() -> Problem.RULE_VIOLATED.response("承認を待っている公開はありません。"));
    }
    if (request.staff().isOnePersonWith(design.awaiting().by())) {
      return Problem.RULE_VIOLATED.response("公開を依頼した人と、その代理をしている人は承認できません。同じ課のほかの課管理者に頼んでください。");
    }
    return publications.publish(
        request, key, design, asked.revision(), design.awaiting(), request.staff().name());
  }
}
