package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.FormDefinition;

/** Why a procedure takes no applications today, in words for whoever has just filled one in. */
final class Openings {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日");

  private Openings() {}

  static Response full(Procedure procedure) {
    return Problem.NOT_OPEN.response(
        "定員（" + procedure.release().capacity() + "件）に達しました。空きが出ることもあります。担当の課へお問い合わせください。");
  }

  /** To who applies to a limited procedure and cannot be told from anybody else. */
  static Response whoIsIt(FormDefinition form) {
    String message = "定員のある手続です。メールアドレスを確認番号で確認するか、ログインしてから申請してください。";
    return Problem.RULE_VIOLATED.response(
        message,
        Applicant.emailField(form).stream()
            .map(field -> new Problem.FieldError(field.id(), "unconfirmed", message))
            .toList());
  }

  static Response holdsOne() {
    return Problem.RULE_VIOLATED.response("定員のある手続には、おひとり1件まで申請できます。すでに申請されています。取り下げると、申請し直せます。");
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
