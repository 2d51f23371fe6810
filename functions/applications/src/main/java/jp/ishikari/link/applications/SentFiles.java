package jp.ishikari.link.applications;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.domain.attachment.FileHolder;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.Field;
import jp.ishikari.link.forms.FieldType;

/**
 * The files that answers name: each is its sender's, whole, of a kind that the question takes, and
 * of no other application. From the transaction on they belong to this one.
 */
record SentFiles(Attachments files, DraftStore drafts, InstantSource clock) {
  /** Items that a transaction has room for beside what the application itself brings. */
  private static final int MOST = 50;

  /** A file where an answer names it. */
  private record Named(String path, Field field, String fileId) {}

  /**
   * What binds them, or everything that is wrong with them by field.
   *
   * @param draftIdOrNull the draft that the answers were written in
   * @param applicationId the application that is sent in or corrected; what it has already stays
   */
  Outcome<Response, List<Part<Response>>> of(
      Answers answers, Caller caller, String draftIdOrNull, String applicationId) {
    List<Named> named = named(answers);
    if (named.isEmpty()) {
      return Outcome.success(List.of());
    }
    Set<String> holders =
        FileHolder.all(
            caller instanceof Caller.Resident resident ? resident.accountId() : null,
            draftIdOrNull,
            drafts,
            clock.instant());
    Map<String, Attachment> found =
        files.find(named.stream().map(Named::fileId).collect(Collectors.toSet()));
    List<Problem.FieldError> wrong = new ArrayList<>();
    List<Part<Response>> parts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Named one : named) {
      Attachment file = found.get(one.fileId());
      Optional<Problem.FieldError> error =
          seen.add(one.fileId())
              ? wrong(one, file, holders, applicationId)
              : Optional.of(error(one, "file-used", "に、同じファイルが2回入っています。片方を外してください。"));
      if (error.isPresent()) {
        wrong.add(error.get());
      } else if (file.applicationId() == null) {
        parts.add(
            files
                .binding(file, applicationId, holders)
                .as(taken -> Problem.ANSWERS_INVALID.response(List.of(missing(one)))));
      }
    }
    if (parts.size() > MOST) {
      wrong.add(error(named.getLast(), "file-count", "まで含めて、ファイルは申請1件につき" + MOST + "個までです。"));
    }
    return wrong.isEmpty()
        ? Outcome.success(parts)
        : Outcome.failure(Problem.ANSWERS_INVALID.response(wrong));
  }

  /**
   * What is signed of them: the digests of what is kept. A file that is still being looked at has
   * none yet, so that nobody signs what a photograph is before its place was taken out.
   */
  Outcome<Response, List<SigningRequest.File>> kept(
      Answers answers, Caller caller, String draftIdOrNull, String applicationId) {
    return of(answers, caller, draftIdOrNull, applicationId)
        .then(
            fine -> {
              List<Named> named = named(answers);
              Map<String, Attachment> found =
                  files.find(named.stream().map(Named::fileId).collect(Collectors.toSet()));
              List<Problem.FieldError> waiting =
                  named.stream()
                      .filter(one -> found.get(one.fileId()).state() != FileState.CLEAN)
                      .map(SentFiles::waiting)
                      .toList();
              return waiting.isEmpty()
                  ? Outcome.success(
                      named.stream()
                          .map(one -> found.get(one.fileId()))
                          .map(
                              file ->
                                  new SigningRequest.File(
                                      file.fileId(), file.name(), file.sha256()))
                          .toList())
                  : Outcome.failure(Problem.ANSWERS_INVALID.response(waiting));
            });
  }

  private static Problem.FieldError waiting(Named one) {
    return error(one, "file-waiting", "のファイルの安全を確認しています。数秒待ってから、もう一度押してください。");
  }

  private static Optional<Problem.FieldError> wrong(
      Named one, Attachment file, Set<String> holders, String applicationId) {
    if (file == null) {
      return Optional.of(missing(one));
    }
    boolean here = applicationId.equals(file.applicationId());
    if (!here && !holders.contains(file.holder())) {
      return Optional.of(missing(one));
    }
    if (!here && file.applicationId() != null) {
      return Optional.of(error(one, "file-used", "のファイルは、ほかの申請で送信済みです。外してから、もう一度選んで送ってください。"));
    }
    if (file.state() == FileState.SENDING) {
      return Optional.of(error(one, "file-sending", "のファイルは、まだ送り終わっていません。送り終わるまで待つか、外してください。"));
    }
    if (file.state().refused()) {
      return Optional.of(error(one, file.state().code(), "：" + file.state().refusal()));
    }
    List<String> accept = ((FieldType.File) one.field().type()).accept();
    return file.kind() == null || accept.contains(file.kind().word())
        ? Optional.empty()
        : Optional.of(
            error(
                one,
                "file-kind",
                "に送れるのは"
                    + accept.stream()
                        .map(word -> word.toUpperCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining("、"))
                    + "だけです。選び直してください。"));
  }

  private static Problem.FieldError missing(Named one) {
    return error(one, "file-missing", "のファイルが見つかりません。外してから、もう一度選んで送ってください。");
  }

  private static Problem.FieldError error(Named one, String code, String message) {
    return new Problem.FieldError(one.path(), code, one.field().label() + message);
  }

  private static List<Named> named(Answers answers) {
    List<Named> named = new ArrayList<>();
    collect(answers.form().fields(), answers.values(), "", named);
    return named;
  }

  private static void collect(
      List<Field> fields, Map<?, ?> values, String before, List<Named> named) {
    for (Field field : fields) {
      if (!(values.get(field.id()) instanceof List<?> list)) {
        continue;
      }
      String path = before + field.id();
      switch (field.type()) {
        case FieldType.File file ->
            list.forEach(id -> named.add(new Named(path, field, String.valueOf(id))));
        case FieldType.Group group -> {
          for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> item) {
              collect(group.fields(), item, path + "[" + i + "].", named);
            }
          }
        }
        default -> {}
      }
    }
  }
}
