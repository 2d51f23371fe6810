package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;

/** Why a procedure takes no applications today, in words for whoever has just filled one in. */
final class Openings {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日");

  private Openings() {}

  static Response full(Procedure procedure) {
    return Problem.NOT_OPEN.response(
        "定員（" + procedure.release().capacity() + "件）に達しました。空きが出ることもあります。担当の課へお問い合わせください。");
  }

  static Optional<Response> refusal(Procedure procedure, LocalDate today) {
    return switch (procedure.openingOn(today)) {
      case OPEN -> Optional.empty();
      case NOT_YET ->
          Optional.of(
              Problem.NOT_OPEN.response(DAY.format(procedure.release().opensOn()) + "から受け付けます。"));
      case OVER ->
          Optional.of(
              Problem.NOT_OPEN.response(
                  DAY.format(procedure.release().closesOn()) + "で受付を終わりました。担当の課へお問い合わせください。"));
      case PAUSED ->
          Optional.of(Problem.NOT_OPEN.response("受付を一時止めています。再開までお待ちいただくか、担当の課へお問い合わせください。"));
    };
  }
}
