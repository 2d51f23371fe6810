package jp.ishikari.link.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.casework.store.BulkJob;
import jp.ishikari.link.casework.store.BulkJobStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * 一括処理: one decision on many cases. It is only written down here; {@link RunBulkJob} carries it
 * out, case by case, whether or not anybody looks on.
 */
@Contract(request = StartBulkJob.Sent.class, response = StartBulkJob.Started.class, status = 201)
record StartBulkJob(BulkJobStore jobs, ApplicationStore applications, InstantSource clock)
    implements Operation {
  private static final int CREATED = 201;
  private static final int MOST = 500;

  /** A case and the version of it that was seen: {@code 3f0c…@4}. */
  private static final Pattern SEEN = Pattern.compile("([A-Za-z0-9-]{1,64})@([1-9]\\d{0,5})");

  /** What can be decided on many cases: what says nothing of a single one. */
  enum Decided {
    ACCEPT(Step.ACCEPT, false),
    RETURN(Step.RETURN, true),
    REJECT(Step.REJECT, true),
    COMPLETE(Step.COMPLETE, false);

    private final Step step;
    private final boolean reasoned;

    Decided(Step step, boolean reasoned) {
      this.step = step;
      this.reasoned = reasoned;
    }
  }

  /**
   * @param reason what each applicant is told; needed to return and to reject, else null
   * @param cases each with the version that was seen: {@code 3f0c…@4}
   */
  record Sent(
      Decided decision,
      @Nullable @Limit(max = 1000, lines = true) String reason,
      @Limit(min = 1, max = MOST) List<String> cases) {}

  record Started(String jobId) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(jobs::repeated, CREATED))
        .then(key -> Body.read(request, Sent.class).then(sent -> start(sent, request.staff(), key)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, Response> start(Sent sent, Caller.Staff staff, IdempotencyKey key) {
    Map<String, BulkJob.Seen> seen = new LinkedHashMap<>();
    for (String one : sent.cases()) {
      Matcher matcher = SEEN.matcher(one);
      if (!matcher.matches()) {
        return refused("cases", "format", "申請の指定が正しくありません。一覧を読み込み直してください。");
      }
      BulkJob.Seen next = new BulkJob.Seen(matcher.group(1), Integer.parseInt(matcher.group(2)));
      if (seen.put(next.applicationId(), next) != null) {
        return refused("cases", "duplicate", "同じ申請が2回指定されています。一覧を読み込み直してください。");
      }
    }
    if (seen.isEmpty()) {
      return refused("cases", "required", "申請を選んでください。");
    }
    String reason = sent.decision().reasoned ? sent.reason() : null;
    if (sent.decision().reasoned && (reason == null || reason.isBlank())) {
      return refused("reason", "required", "理由を入力してください。");
    }
    Map<String, Application> found = applications.findAll(seen.keySet());
    boolean own =
        seen.keySet().stream()
            .allMatch(
                id ->
                    Optional.ofNullable(found.get(id))
                        .filter(a -> staff.divisions().contains(a.divisionId()))
                        .isPresent());
    if (!own) {
      return refused("cases", "unknown", "見つからない申請が含まれています。一覧を読み込み直してください。");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    BulkJob job =
        new BulkJob(
            UUID.randomUUID().toString(),
            1,
            staff.staffId(),
            staff.name(),
            staff.divisions(),
            sent.decision().step,
            reason,
            List.copyOf(seen.values()),
            now,
            now,
            0);
    Started started = new Started(job.jobId());
    return Outcome.success(
        jobs.start(job, key.promise(started, now))
            .fold(
                refusal -> RefusedWrite.answer(refusal, CREATED),
                done -> Response.created(started)));
  }

  private static Outcome<Response, Response> refused(String path, String code, String message) {
    return Outcome.failure(
        Problem.ANSWERS_INVALID.response(List.of(new Problem.FieldError(path, code, message))));
  }
}
