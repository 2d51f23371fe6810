package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import jp.ishikari.link.blueprint.CityHall;
import jp.ishikari.link.documents.print.PdfPress;
import jp.ishikari.link.documents.print.Sheet;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.forms.AnswersInWords;
import jp.ishikari.link.forms.Era;

/** An application on paper: when it arrived, and what it answers now. */
record CaseSheet(CaseAnswers answers, DivisionStore divisions) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H時mm分");

  /**
   * A file inside the answer: it is made for who asks, and kept nowhere.
   *
   * @param name what it may be saved as
   * @param pdf in Base64
   */
  record Printed(String name, String pdf) {}

  Printed print(Application application) {
    Division division = divisions.find(application.divisionId()).orElseThrow();
    List<AnswersInWords.Section> sections = new ArrayList<>();
    sections.add(new AnswersInWords.Section("受付について", facts(application, division)));
    sections.addAll(answers(application).sections());
    byte[] pdf =
        PdfPress.print(
            new Sheet(
                application.procedureName() + "　申請の控え",
                CityHall.NAME,
                sections,
                List.of("この控えは、申請が市に届いたことと、届いた内容を示すものです。審査の結果を示すものではありません。")));
    return new Printed(
        "申請の控え " + application.receiptNumber() + ".pdf", Base64.getEncoder().encodeToString(pdf));
  }

  private static List<AnswersInWords.Line> facts(Application application, Division division) {
    return List.of(
        new AnswersInWords.Line("手続", application.procedureName()),
        new AnswersInWords.Line(
            "受付番号", application.receiptNumber().replaceAll("(\\d{4})(?=\\d)", "$1-")),
        new AnswersInWords.Line("届いた日時", moment(application.arrivedAt())),
        new AnswersInWords.Line("受付日", day(application.receivedOn())),
        new AnswersInWords.Line(
            "手数料", application.fee() == null ? "無料" : "%,d円".formatted(application.fee())),
        new AnswersInWords.Line("担当課", division.name() + "　電話 " + division.phone()));
  }

  private AnswersInWords answers(Application application) {
    CaseAnswers.Read read = answers.of(application);
    return AnswersInWords.of(read.form(), application.answers(), read.fileName());
  }

  private static String moment(Instant at) {
    return day(Reception.today(at)) + " " + TIME.format(at.atZone(Reception.JST));
  }

  private static String day(LocalDate day) {
    return Era.toWareki(day).map(Objects::toString).orElseGet(day::toString);
  }
}
