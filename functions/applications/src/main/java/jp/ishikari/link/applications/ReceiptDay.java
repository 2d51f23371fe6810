package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.edge.Problem;

/**
 * 受付日 as staff type it: a day on which the counters were open, not in the future, and when it is an
 * earlier one, with the reason. What is wrong is told under names that no question of a form has.
 */
record ReceiptDay(CalendarStore calendars) {
  static final String DAY = "entry.receivedOn";
  static final String REASON = "entry.reason";

  /**
   * @param dayOrNull null when it can't be read, which is told elsewhere
   * @param reasonOrNull null when there is none; empty when it is wrong, which is told elsewhere
   */
  List<Problem.FieldError> wrong(LocalDate dayOrNull, String reasonOrNull, LocalDate today) {
    List<Problem.FieldError> wrong = new ArrayList<>();
    if (dayOrNull == null) {
      return wrong;
    }
    LocalDate day = dayOrNull;
    if (day.isAfter(today)) {
      wrong.add(new Problem.FieldError(DAY, "future", "受付日は、今日までの日にしてください。"));
    } else if (day.isBefore(today.minusYears(1))) {
      wrong.add(new Problem.FieldError(DAY, "past", "受付日は、1年前までの日にしてください。"));
    } else if (!calendars.from(day.getYear()).isBusinessDay(day)) {
      wrong.add(new Problem.FieldError(DAY, "closed", "その日は閉庁日です。閉庁日に届いた書類の受付日は、次の開庁日になります。"));
    }
    if (day.isBefore(today) && reasonOrNull == null) {
      wrong.add(
          new Problem.FieldError(
              REASON, "required", "受付日を今日より前にする理由を入力してください。例：11月27日の消印で届いていたため"));
    }
    return wrong;
  }
}
