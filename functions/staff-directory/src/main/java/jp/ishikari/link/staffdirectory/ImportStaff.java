package jp.ishikari.link.staffdirectory;

import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.domain.Difference;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Changes many registrations at once, as at a reshuffle. Tried first without changing anything: all
 * mistakes by line and column, also of what the file comes to as a whole. With a mistake nothing is
 * done; without, each line is a change of its own, told one by one, so that a colleague's change
 * meanwhile stops only that line. Whoever is not in the file stays as they are.
 */
@Contract(
    request = ImportStaff.Asked.class,
    response = {ImportStaff.Plan.class, ImportStaff.Result.class})
record ImportStaff(StaffWrite writes) implements Operation {
  /** Base64 of what fits into a request. */
  private static final int FILE = 250_000;

  /**
   * @param file in Base64
   * @param trial whether nothing is to be changed yet
   */
  record Asked(@Limit(max = FILE) String file, boolean trial) {}

  /**
   * @param added whether it is somebody new
   * @param what nothing when the line says what stands
   */
  private record Planned(
      long line, String account, String name, boolean added, List<Difference> what) {
    static Planned of(StaffFilePlan.Step step) {
      return new Planned(
          step.line(),
          step.registration().account(),
          step.registration().name(),
          step.memberOrNull() == null,
          step.what());
    }
  }

  record Plan(List<Planned> lines) {}

  /**
   * @param status as if the line had been sent by itself
   * @param answer likewise
   */
  private record Done(long line, String account, String name, int status, Object answer) {}

  record Result(List<Done> lines) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> Body.read(request, Asked.class).map(asked -> run(request, key, asked)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response run(Request request, IdempotencyKey key, Asked asked) {
    return StaffFile.read(asked.file())
        .map(lines -> new StaffFilePlan(writes, request.staff().staffId(), lines))
        .fold(
            Problem.ANSWERS_INVALID::response,
            plan ->
                !plan.errors().isEmpty()
                    ? Problem.ANSWERS_INVALID.response(plan.errors())
                    : asked.trial()
                        ? Response.ok(new Plan(plan.steps.stream().map(Planned::of).toList()))
                        : Response.ok(done(request, key, plan)));
  }

  private Result done(Request request, IdempotencyKey key, StaffFilePlan plan) {
    List<Done> done = new ArrayList<>();
    for (StaffFilePlan.Step step : plan.inOrder) {
      String account = step.registration().account();
      IdempotencyKey own = new IdempotencyKey(key.token() + " " + account, key.bodyHash());
      Response answer =
          step.memberOrNull() == null
              ? writes.add(request, own, step.registration())
              : writes.change(
                  request,
                  own,
                  step.memberOrNull(),
                  step.memberOrNull().revision(),
                  step.registration());
      Object body =
          answer.body() instanceof String json ? Json.MAPPER.readTree(json) : answer.body();
      done.add(new Done(step.line(), account, step.registration().name(), answer.status(), body));
    }
    return new Result(done);
  }
}
