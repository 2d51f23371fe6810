package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.CaseDocuments;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CaseWords;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.document.DocumentKind;
import jp.ishikari.link.domain.document.LetterText;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * A clerk makes a document for a case. It is printed at once, and nobody but clerks knows of it
 * until it is handed over.
 */
@Contract(request = MakeDocument.Asked.class, response = MakeDocument.Made.class, status = 201)
record MakeDocument(
    ApplicationStore applications,
    DivisionStore divisions,
    DocumentStore documents,
    CaseAnswers answers,
    Printing printing,
    RandomGenerator random,
    InstantSource clock)
    implements Operation {
  /** All of them go into one answer; what was discarded does not count. */
  private static final int MOST = 100;

  /** How long before it is made a document may be dated. */
  private static final int OLDEST_DAYS = 30;

  private static final int LONGEST_DAYS = 731;
  private static final int MOST_OF_NUMBER = 50;
  private static final int CREATED = 201;

  /**
   * @param number 文書番号
   * @param body paragraphs, one a line
   * @param dated the day that stands on it
   * @param openUntil the last day on which the applicant can open it
   * @param replaces a document of the case that it is to take the place of
   */
  record Asked(
      DocumentKind kind,
      @Limit(max = LetterText.MOST_OF_TITLE) String title,
      @Nullable @Limit(max = MOST_OF_NUMBER) String number,
      @Limit(max = LetterText.MOST_OF_SENDER) String sender,
      @Limit(max = LetterText.MOST_OF_ADDRESSEE) String addressee,
      @Limit(max = LetterText.MOST_OF_BODY, lines = true) String body,
      LocalDate dated,
      LocalDate openUntil,
      @Nullable @Limit(max = 64) String replaces) {}

  /** That it can be looked at now. */
  record Made(String documentId) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(documents::repeated, CREATED))
        .then(
            key ->
                OwnCase.find(applications, request)
                    .then(application -> make(request, application, key)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, Response> make(
      Request request, Application application, IdempotencyKey key) {
    Division division = divisions.find(application.divisionId()).orElseThrow();
    CaseAnswers.Read read = answers.of(application);
    LetterWriting writing =
        new LetterWriting(
            read.form(),
            CaseWords.of(application, division),
            application.answers(),
            read.fileName());
    return Body.read(request, Asked.class, (asked, mistakes) -> checked(asked, writing, mistakes))
        .map(content -> make(application, division, content, request, key));
  }

  private Response make(
      Application application,
      Division division,
      CaseDocument.Content content,
      Request request,
      IdempotencyKey key) {
    CaseDocuments before = documents.of(application.applicationId());
    if (before.wanted().size() >= MOST) {
      return Problem.RULE_VIOLATED.response("この申請の文書が" + MOST + "件になったため、これ以上は作れません。");
    }
    if (content.replaces() != null && !holds(before.find(content.replaces()))) {
      return Problem.CONFLICT.response("差し替える文書は、もう有効ではありません。画面を読み込み直して確かめてください。");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String code = SpokenCode.draw(random);
    CaseDocument making =
        new CaseDocument(
            application.applicationId(),
            UUID.randomUUID().toString(),
            content,
            new CaseDocument.Made(
                request.staff().staffId(),
                request.staff().name(),
                now,
                VerifyDocument.hash(code).orElseThrow(),
                null),
            CaseDocument.Standing.MAKING);
    Made made = new Made(making.documentId());
    return documents
        .begin(making, key.promise(made, now))
        .fold(
            reason -> RefusedWrite.answer(reason, CREATED),
            begun ->
                printing
                    .print(begun, division, code)
                    .fold(
                        reason -> RefusedWrite.answer(reason, CREATED),
                        printed -> Response.created(made)));
  }

  private static boolean holds(Optional<CaseDocument> document) {
    return document.filter(one -> one.state() == CaseDocument.State.ISSUED).isPresent();
  }

  private CaseDocument.Content checked(Asked asked, LetterWriting writing, Body.Mistakes mistakes) {
    days(asked, mistakes);
    return new CaseDocument.Content(
        asked.kind(),
        writing.written(LetterText.TITLE, asked.title(), mistakes),
        asked.number() == null
            ? ""
            : writing.written("number", asked.number(), MOST_OF_NUMBER, mistakes),
        writing.written(LetterText.SENDER, asked.sender(), mistakes),
        writing.written(LetterText.ADDRESSEE, asked.addressee(), mistakes),
        writing.written(LetterText.BODY, asked.body(), mistakes),
        asked.dated(),
        asked.openUntil(),
        asked.replaces());
  }

  private void days(Asked asked, Body.Mistakes mistakes) {
    LocalDate today = Reception.today(clock.instant());
    if (asked.dated() != null
        && (asked.dated().isAfter(today) || asked.dated().isBefore(today.minusDays(OLDEST_DAYS)))) {
      mistakes.wrong("dated", "range", "文書の日付は、きょうまでの" + OLDEST_DAYS + "日の間で入力してください。");
    }
    if (asked.openUntil() != null
        && (!asked.openUntil().isAfter(today)
            || asked.openUntil().isAfter(today.plusDays(LONGEST_DAYS)))) {
      mistakes.wrong("openUntil", "range", "開ける期限は、あすから2年の間で入力してください。");
    }
  }
}
