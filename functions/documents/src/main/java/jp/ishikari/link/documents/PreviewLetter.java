package jp.ishikari.link.documents;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.documents.print.Letter;
import jp.ishikari.link.documents.print.PdfPress;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.CaseWords;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.document.LetterText;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.FormCheck;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it would be printed, with invented answers: everything comes with the request, as it
 * stands in the editor, and nothing is kept.
 */
@Contract(request = PreviewLetter.Asked.class, response = CaseSheet.Printed.class)
record PreviewLetter(DivisionStore divisions, InstantSource clock) implements Operation {
  private static final String NOBODY = "見本 花子";

  /**
   * @param name of the procedure
   * @param form of the procedure; null where it is not applied for online
   */
  record Asked(
      @Limit(max = 64) String divisionId,
      @Limit(max = 200) String name,
      @Limit(max = LetterText.MOST_OF_TITLE) String title,
      @Limit(max = LetterText.MOST_OF_SENDER) String sender,
      @Limit(max = LetterText.MOST_OF_ADDRESSEE) String addressee,
      @Limit(max = LetterText.MOST_OF_BODY, lines = true) String body,
      @Nullable Map<String, Object> form,
      @Nullable Map<String, Object> answers) {}

  @Override
  public Response run(Request request) {
    return Body.read(
            request,
            Asked.class,
            (asked, mistakes) ->
                Optional.of(asked.divisionId())
                    .filter(request.staff().divisions()::contains)
                    .flatMap(divisions::find)
                    .map(division -> read(asked, division, mistakes)))
        .then(
            letter ->
                letter
                    .<Outcome<Response, Letter>>map(Outcome::success)
                    .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response())))
        .fold(refusal -> refusal, PreviewLetter::printed);
  }

  private Letter read(Asked asked, Division division, Body.Mistakes mistakes) {
    LocalDate today = Reception.today(clock.instant());
    FormDefinition form = null;
    if (asked.form() != null) {
      if (FormDefinition.read(asked.form()) instanceof FormReading.Valid(FormDefinition valid)) {
        form = valid;
      } else {
        mistakes.wrong("form", "form", "様式に直すところがあるので、まだ見本を作れません。");
      }
    }
    Map<String, Object> answers = answers(form, asked.answers(), today);
    CaseWords words = CaseWords.sample(applicant(form, answers), asked.name(), today, division);
    LetterWriting writing = new LetterWriting(form, words, answers, id -> "ファイル");
    return new Letter(
        writing.written(LetterText.TITLE, asked.title(), mistakes),
        "",
        today,
        writing.written(LetterText.ADDRESSEE, asked.addressee(), mistakes),
        List.of(
            writing.written(LetterText.SENDER, asked.sender(), mistakes),
            division.name() + "　電話 " + division.phone()),
        writing.written(LetterText.BODY, asked.body(), mistakes),
        null);
  }

  /** Where nobody wrote an example yet, every question has an invented answer. */
  private static Map<String, Object> answers(
      FormDefinition formOrNull, Map<String, Object> exampleOrNull, LocalDate today) {
    if (formOrNull == null) {
      return Map.of();
    }
    return exampleOrNull == null || exampleOrNull.isEmpty()
        ? InventedAnswers.of(formOrNull.fields(), today)
        : FormCheck.of(formOrNull, exampleOrNull, today, null).canonical();
  }

  private static String applicant(FormDefinition formOrNull, Map<String, Object> answers) {
    String told = formOrNull == null ? "" : new Applicant(formOrNull, answers).name();
    return told.isEmpty() ? NOBODY : told;
  }

  private static Response printed(Letter letter) {
    return Response.ok(
        new CaseSheet.Printed(
            "見本.pdf", Base64.getEncoder().encodeToString(PdfPress.print(letter))));
  }
}
