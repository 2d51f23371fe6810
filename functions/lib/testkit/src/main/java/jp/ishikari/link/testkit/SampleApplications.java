package jp.ishikari.link.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.ReceiptNumber;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.domain.counter.IdentityDocument;

/** Applications of invented people, as the stores get them; every id is drawn. */
public final class SampleApplications {
  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

  private SampleApplications() {}

  /** Version 1 of an application on the desk of a division. */
  public static Application submitted(String accountId, String divisionId) {
    return submitted(accountId, divisionId, SampleProcedure.answers());
  }

  /** The same with other answers. */
  public static Application submitted(
      String accountId, String divisionId, Map<String, Object> answers) {
    return of("sample-certificate", accountId, divisionId, answers);
  }

  /** The same of another procedure with the form of the sample. */
  public static Application of(
      String procedureId, String accountId, String divisionId, Map<String, Object> answers) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new Application(
        UUID.randomUUID().toString(),
        1,
        new Application.Arrival(
            accountId,
            ReceiptNumber.draw('1', RANDOM).digits(),
            now,
            LocalDate.of(2026, 11, 24),
            null,
            null),
        new Application.Matter(
            procedureId,
            "サンプル証明書の交付請求",
            divisionId,
            new Application.Answered(
                1,
                answers,
                600,
                SampleProcedure.FAMILY + " " + SampleProcedure.GIVEN,
                "hanako@example.jp",
                null,
                null,
                List.of())),
        new Application.Standing(ApplicationState.SUBMITTED, null),
        new Application.Clock(3));
  }

  /** That staff compared the person of {@link SampleProcedure#answers()} with their passport. */
  public static Attestation attestation() {
    return new Attestation(
        "神塚吉　辻子",
        LocalDate.of(1989, 1, 7),
        List.of(IdentityDocument.PASSPORT),
        null,
        "s-clerk",
        "鈴木　一郎",
        Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  /** What happened with the version that the application has now. */
  public static ApplicationEvent event(Application application, Step step) {
    boolean staff =
        Lifecycle.edges().stream().noneMatch(e -> e.step() == step && e.actor() == Actor.RESIDENT);
    return ApplicationEvent.of(
        application,
        step,
        application.arrivedAt(),
        staff ? Actor.STAFF : Actor.RESIDENT,
        staff ? "staff-yamada" : application.accountId(),
        staff ? "山田　次郎" : null,
        staff ? "理由です。" : null,
        List.of());
  }

  /** A token that nobody used before. */
  public static Idempotency token() {
    return new Idempotency(
        UUID.randomUUID().toString(), "body", "{\"ok\":true}", Instant.now().plusSeconds(3600));
  }
}
