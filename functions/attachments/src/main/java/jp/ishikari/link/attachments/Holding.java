package jp.ishikari.link.attachments;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.attachments.store.FileStore;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileHolder;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a request speaks of files: as {@link FileHolder} says, by the draft whose code or
 * id it names.
 */
record Holding(FileStore files, DraftStore drafts, InstantSource clock) {

  /** Names one file, and the draft that it is sent for where nobody is signed in. */
  record Named(
      @Limit(max = 64) String fileId,
      @Nullable @Limit(max = 40) String code,
      @Nullable @Limit(max = 64) String draftId) {}

  /**
   * @param own who may name a file of theirs
   * @param fresh who holds what they begin now
   * @param draftId of the draft they named; null when they named none
   */
  record Holders(Set<String> own, String fresh, String draftId) {}

  /** Everybody the request speaks for; refused when it is nobody. */
  Outcome<Response, Holders> of(Request request, String codeOrNull, String draftIdOrNull) {
    Optional<String> draftId =
        codeOrNull == null ? Optional.ofNullable(draftIdOrNull) : Draft.idOf(codeOrNull);
    Set<String> own =
        FileHolder.all(
            request.caller() instanceof Caller.Resident resident ? resident.accountId() : null,
            draftId.orElse(null),
            drafts,
            clock.instant());
    return own.isEmpty()
        ? Outcome.failure(missing())
        : Outcome.success(new Holders(own, own.iterator().next(), draftId.orElse(null)));
  }

  /** The file, if it is theirs; another's is answered as if it did not exist. */
  Outcome<Response, Attachment> find(Request request, Named named) {
    return of(request, named.code(), named.draftId())
        .then(
            holders ->
                files
                    .find(named.fileId())
                    .filter(file -> holders.own().contains(file.holder()))
                    .<Outcome<Response, Attachment>>map(Outcome::success)
                    .orElseGet(() -> Outcome.failure(missing())));
  }

  static Response missing() {
    return Problem.NOT_FOUND.response("ファイルが見つかりません。もう一度選んで、送ってください。");
  }
}
