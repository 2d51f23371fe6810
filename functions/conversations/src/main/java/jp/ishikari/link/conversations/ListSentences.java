package jp.ishikari.link.conversations;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.conversations.store.SentenceStore;
import jp.ishikari.link.conversations.store.Sentences;
import jp.ishikari.link.domain.CaseWords;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The sentences of the divisions that somebody keeps, and what was done to them of late. */
@Contract(response = ListSentences.Shown.class)
record ListSentences(DivisionStore divisions, SentenceStore sentences) implements Operation {
  private static final int NEWEST = 10;

  /**
   * @param revision what a change has to name
   * @param history the newest changes, newest first
   */
  private record OfDivision(
      String divisionId,
      String name,
      int revision,
      List<Sentences.Sentence> sentences,
      List<Sentences.Change> history) {}

  /**
   * @param words what a text may name in braces
   */
  record Shown(List<OfDivision> divisions, List<String> words) {}

  @Override
  public Response run(Request request) {
    return Response.ok(
        new Shown(
            request.staff().divisions().stream()
                .sorted()
                .map(divisions::find)
                .flatMap(Optional::stream)
                .map(this::shown)
                .toList(),
            List.copyOf(CaseWords.NAMES)));
  }

  private OfDivision shown(Division division) {
    List<Sentences> newest = sentences.newest(division.divisionId(), NEWEST);
    Sentences standing = newest.isEmpty() ? Sentences.NONE : newest.getFirst();
    return new OfDivision(
        division.divisionId(),
        division.name(),
        standing.revision(),
        standing.all(),
        newest.stream().map(Sentences::change).toList());
  }
}
