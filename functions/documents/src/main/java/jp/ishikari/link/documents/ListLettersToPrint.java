package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.documents.store.PrintList;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * Letters of the clerk's divisions that were not read in time and go by post, the longest first.
 */
@Contract(response = ListLettersToPrint.Lines.class)
record ListLettersToPrint(PrintList list, DocumentStore documents) implements Operation {

  /**
   * @param toSend the document that goes by post: another one where that took its place; title and
   *     state are of it
   * @param readBy the day by which it was to be read
   * @param openedAt when it was read after all; then it need not go by post
   * @param state whether it still holds
   */
  private record Line(
      String applicationId,
      String documentId,
      String toSend,
      String title,
      String addressee,
      CaseDocument.State state,
      LocalDate readBy,
      Instant addedAt,
      @Nullable Instant openedAt) {}

  record Lines(List<Line> letters) {}

  @Override
  public Response run(Request request) {
    return Response.ok(
        new Lines(
            request.staff().divisions().stream()
                .flatMap(division -> list.waiting(division).stream())
                .sorted(Comparator.comparing(PrintList.Letter::addedAt))
                .flatMap(this::line)
                .toList()));
  }

  private Stream<Line> line(PrintList.Letter letter) {
    return documents.of(letter.applicationId()).reaching(letter.documentId()).stream()
        .map(
            document ->
                new Line(
                    letter.applicationId(),
                    letter.documentId(),
                    document.documentId(),
                    document.content().title(),
                    document.content().addressee(),
                    document.state(),
                    letter.readBy(),
                    letter.addedAt(),
                    document.standing().openedAt()));
  }
}
