package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.ledger.LedgerDays;

/** Days that a look names in its address; today where it names none. */
final class AskedDays {
  private AskedDays() {}

  static Outcome<Response, LedgerDays> of(Request request, Instant now) {
    List<Problem.FieldError> wrong = new ArrayList<>();
    LocalDate first = day(request, "first", wrong).orElse(Reception.today(now));
    LocalDate last = day(request, "last", wrong).orElse(first);
    LedgerDays days = new LedgerDays(first, last);
    if (wrong.isEmpty()) {
      days.check((path, code, message) -> wrong.add(new Problem.FieldError(path, code, message)));
    }
    return wrong.isEmpty()
        ? Outcome.success(days)
        : Outcome.failure(Problem.ANSWERS_INVALID.response(wrong));
  }

  private static Optional<LocalDate> day(
      Request request, String name, List<Problem.FieldError> wrong) {
    String typed = request.query().get(name);
    if (typed == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException other) {
      wrong.add(new Problem.FieldError(name, "date", "日付を選び直してください。"));
      return Optional.empty();
    }
  }
}
