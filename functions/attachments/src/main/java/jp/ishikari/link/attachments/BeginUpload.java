package jp.ishikari.link.attachments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.ishikari.link.attachments.store.FileObjects;
import jp.ishikari.link.attachments.store.FileStore;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileName;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has chosen a file: it gets an id, and what it consists of is settled by the checksums of
 * its parts. Nothing of it is sent yet.
 */
@Contract(request = BeginUpload.Asked.class, response = BeginUpload.Begun.class, status = 201)
record BeginUpload(Holding holding, FileStore files, FileObjects objects, InstantSource clock)
    implements Operation {
  private static final int CREATED = 201;

  /** An upload that broke off is taken up again within this time. */
  static final Duration SENDING = Duration.ofDays(1);

  private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9+/]{43}=");

  /**
   * What is sent.
   *
   * @param code of the draft, for whoever is not signed in; or {@code draftId} names it
   * @param size bytes
   * @param parts SHA-256 of each part in Base64
   */
  record Asked(
      @Nullable @Limit(max = 40) String code,
      @Nullable @Limit(max = 64) String draftId,
      @Limit(max = 1000) String name,
      @Limit int size,
      @Limit(max = 20, each = 44) List<String> parts) {

    Asked checked(Body.Mistakes mistakes) {
      if (size == 0) {
        mistakes.wrong("size", "file-empty", "このファイルには中身がありません。元のファイルが開けるかを確かめて、選び直してください。");
      } else if (size > Attachment.MAX_BYTES) {
        mistakes.wrong(
            "size", "file-too-large", "このファイルは大きすぎます。1つ30MBまでにしてください。写真は、画質を下げると小さくなります。");
      } else if (parts.size() != Attachment.parts(size)
          || !parts.stream().allMatch(sum -> SHA_256.matcher(sum).matches())) {
        mistakes.wrong("parts", "file-parts", "ファイルを読み取れませんでした。もう一度選んでください。");
      }
      return this;
    }
  }

  /**
   * @param partBytes bytes of every part but the last
   * @param draftId of the draft it is sent for; null where nobody named one
   */
  record Begun(String fileId, String name, int partBytes, @Nullable String draftId) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(files::repeated, CREATED))
        .then(
            key ->
                Body.read(request, Asked.class, Asked::checked)
                    .then(
                        asked ->
                            holding
                                .of(request, asked.code(), asked.draftId())
                                .map(holders -> begin(asked, holders, key))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response begin(Asked asked, Holding.Holders holders, IdempotencyKey key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String fileId = UUID.randomUUID().toString();
    Attachment file =
        new Attachment(
            fileId,
            holders.fresh(),
            FileName.shown(asked.name()),
            asked.size(),
            asked.parts(),
            objects.begin(fileId),
            FileState.SENDING,
            null,
            null,
            null,
            false,
            now);
    Begun begun = new Begun(fileId, file.name(), Attachment.PART_BYTES, holders.draftId());
    return files
        .begin(file, now.plus(SENDING), key.promise(begun, now))
        .fold(reason -> RefusedWrite.answer(reason, CREATED), saved -> Response.created(begun));
  }

  @Override
  public Response tooOften(Budget over, Duration wait) {
    return over.bytes() == null
        ? Operation.super.tooOften(over, wait)
        : Problem.TOO_MANY_REQUESTS.response(
            "1日に送れるファイルの大きさの合計を超えました。入力した内容は、この画面に残っています。" + "明日もう一度送るか、窓口や郵送で提出してください。");
  }
}
