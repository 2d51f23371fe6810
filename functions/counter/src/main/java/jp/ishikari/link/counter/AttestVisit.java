package jp.ishikari.link.counter;

import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.domain.counter.IdentityDocument;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.Era;
import org.jspecify.annotations.Nullable;

/**
 * 窓口の本人確認: a clerk says whose documents a visitor showed, which, and that they compared them with
 * who stands there. Counts for that person in that visit only, once.
 */
@Contract(request = AttestVisit.Sent.class, response = AttestVisit.Attested.class)
record AttestVisit(VisitStore visits, WaitingVisits waiting, InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  /** Numbers of documents are not kept, and 個人番号 never, in whatever script and however split. */
  private static final Pattern NUMBER =
      Pattern.compile("([\\p{N}〇零一二三四五六七八九十百千万壱弐参肆伍陸漆捌玖拾][\\p{P}\\p{S}\\p{Z}\\p{Cf}ー]*){4}");

  private static final int NAME = 100;

  /**
   * @param number that the visitor waited under when the clerk called them: whoever waits there
   *     anew is called by another
   * @param name of the visitor as the documents say
   * @param birthDate likewise
   * @param documents names of {@link IdentityDocument}
   * @param other what document it was, when it is none of the named ones
   * @param compared that the clerk looked at both
   */
  record Sent(
      @Limit(min = 1, max = 9_999) int number,
      @Limit(max = NAME, name = true) String name,
      LocalDate birthDate,
      @Limit(max = 20) List<String> documents,
      @Nullable @Limit(max = 40) String other,
      boolean compared) {}

  private record Asked(
      int number,
      String name,
      LocalDate birthDate,
      List<IdentityDocument> documents,
      String other) {}

  record Attested(int number) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(request, Sent.class, this::checked)
                    .map(asked -> attest(request, key, asked)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Asked checked(Sent sent, Body.Mistakes body) {
    LocalDate born = sent.birthDate();
    if (born != null
        && (born.isBefore(Era.FIRST_DAY) || born.isAfter(Reception.today(clock.instant())))) {
      body.wrong("birthDate", "range", "生年月日を正しく入力してください。");
    }
    List<IdentityDocument> shown = new ArrayList<>();
    for (String name : sent.documents()) {
      Arrays.stream(IdentityDocument.values())
          .filter(known -> known.name().equals(name))
          .findFirst()
          .ifPresentOrElse(shown::add, () -> body.wrong("documents", "option", "書類を選択肢から選んでください。"));
    }
    if (!IdentityDocument.suffice(shown)) {
      body.wrong("documents", "few", "顔写真のある書類を1つ、または顔写真のない書類を2つ以上選んでください。");
    }
    String other = sent.other();
    boolean named = shown.contains(IdentityDocument.OTHER);
    if (named && other == null) {
      body.wrong("other", "required", "その他の書類の名前を入力してください。");
    } else if (!named && other != null) {
      body.wrong("other", "unknown", "「その他」を選んでいないときは、入力できません。");
    } else if (named && NUMBER.matcher(Normalizer.normalize(other, Normalizer.Form.NFKC)).find()) {
      body.wrong("other", "number", "書類の番号は記録しません。書類の名前だけを入力してください。");
    }
    if (!sent.compared()) {
      body.wrong("compared", "required", "本人と書類を見比べたことを確認してください。");
    }
    return new Asked(sent.number(), sent.name(), born, shown.stream().distinct().toList(), other);
  }

  private Response attest(Request request, IdempotencyKey key, Asked asked) {
    Optional<NotSaved> earlier = visits.repeated(key.token(), key.bodyHash());
    if (earlier.isPresent()) {
      return RefusedWrite.answer(earlier.get(), OK);
    }
    Optional<Visit> found =
        waiting.find(request).filter(visit -> visit.waiting().number() == asked.number());
    if (found.isEmpty()) {
      return Problem.NOT_FOUND.response("この受付番号の方は待っていません。利用を終えたか、ほかの職員が確認しました。");
    }
    Caller.Staff staff = request.staff();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Attested attested = new Attested(found.get().waiting().number());
    return visits
        .attest(
            found.get().visitId(),
            found.get().waiting(),
            new Attestation(
                asked.name(),
                asked.birthDate(),
                asked.documents(),
                asked.other(),
                staff.staffId(),
                staff.name(),
                now),
            key.promise(attested, now))
        .fold(reason -> RefusedWrite.answer(reason, OK), done -> Response.ok(attested));
  }
}
