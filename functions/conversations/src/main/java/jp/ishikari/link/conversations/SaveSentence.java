package jp.ishikari.link.conversations;

import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.conversations.store.Sentences;
import jp.ishikari.link.domain.CaseWords;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** A sentence is added to those of a division, or changed. */
@Contract(request = SaveSentence.Asked.class, response = KeepingSentences.Done.class)
record SaveSentence(KeepingSentences keeping) implements Operation {
  /** All of them stand in one row, of 400 KB at most, and in one list to choose from. */
  private static final int MOST = 50;

  /**
   * @param revision of the sentences as they were seen
   * @param sentenceId null for a new one
   */
  record Asked(
      @Limit(min = 0) int revision,
      @Nullable @Limit(max = 64) String sentenceId,
      @Limit(max = 50, name = true) String name,
      @Limit(max = 1000, lines = true) String text) {

    private Asked checked(Sentences before, Body.Mistakes mistakes) {
      boolean taken =
          before.all().stream()
              .anyMatch(one -> one.name().equals(name) && !one.sentenceId().equals(sentenceId));
      if (taken) {
        mistakes.wrong("name", "taken", "同じ名前の定型文があります。");
      }
      if (sentenceId == null && before.all().size() >= MOST) {
        mistakes.wrong("name", "length", "定型文は" + MOST + "件までです。使わないものを削除してください。");
      }
      String refusal = CaseWords.refusal(text);
      if (refusal != null) {
        mistakes.wrong("text", "field", refusal);
      }
      return this;
    }
  }

  @Override
  public Response run(Request request) {
    return keeping.change(
        request,
        (before, doing) ->
            Body.read(request, Asked.class, (asked, mistakes) -> asked.checked(before, mistakes))
                .then(asked -> saved(before, asked, doing)));
  }

  private static Outcome<Response, KeepingSentences.Next> saved(
      Sentences before, Asked asked, KeepingSentences.Doing doing) {
    Optional<Sentences.Sentence> changed =
        Optional.ofNullable(asked.sentenceId()).flatMap(before::find);
    if (asked.sentenceId() != null && changed.isEmpty()) {
      return Outcome.failure(KeepingSentences.overtaken());
    }
    String id =
        changed.map(Sentences.Sentence::sentenceId).orElseGet(() -> UUID.randomUUID().toString());
    Sentences.Sentence next = new Sentences.Sentence(id, asked.name(), asked.text());
    Sentences.Kind kind = changed.isEmpty() ? Sentences.Kind.ADDED : Sentences.Kind.CHANGED;
    return Outcome.success(
        new KeepingSentences.Next(asked.revision(), before.with(next, doing.done(kind, next))));
  }
}
