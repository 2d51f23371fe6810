package jp.ishikari.link.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;

/** What is needed to put the answers of a case into words. */
record CaseAnswers(ProcedureStore procedures, Attachments attachments) {

  /**
   * @param version under which it was applied
   * @param fileName what a file of it is called, by its id
   */
  record Read(Procedure version, FormDefinition form, UnaryOperator<String> fileName) {}

  Read of(Application application) {
    Procedure version =
        procedures.version(application.procedureId(), application.formVersion()).orElseThrow();
    Map<String, String> names = new HashMap<>();
    for (Attachment file : attachments.ofApplication(application.applicationId())) {
      names.put(file.fileId(), file.name());
    }
    return switch (FormDefinition.read(version.form())) {
      case FormReading.Valid(FormDefinition form) ->
          new Read(version, form, id -> names.getOrDefault(id, "ファイル"));
      case FormReading.Refused(var findings) ->
          throw new IllegalStateException("a published form is refused: " + findings);
    };
  }
}
