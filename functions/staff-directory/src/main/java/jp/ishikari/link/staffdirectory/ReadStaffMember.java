package jp.ishikari.link.staffdirectory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.InstantSource;
import java.util.List;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.staffdirectory.store.StaffChange;
import jp.ishikari.link.staffdirectory.store.StaffRegister;

/** One member with the history of changes, newest first. */
@Contract(response = ReadStaffMember.Shown.class)
record ReadStaffMember(StaffRegister register, InstantSource clock) implements Operation {

  /**
   * @param own whether it is the caller's own registration, which they can't change
   */
  record Shown(@JsonUnwrapped StaffLine line, boolean own, List<StaffChange> history) {}

  @Override
  public Response run(Request request) {
    return register
        .find(request.path().get("staffId"))
        .map(member -> Response.ok(shown(member, request.staff().staffId())))
        .orElseGet(Problem.NOT_FOUND::response);
  }

  private Shown shown(StaffMember member, String caller) {
    return new Shown(
        StaffLine.of(member, clock.instant()),
        member.staffId().equals(caller),
        register.history(member.staffId()));
  }
}
