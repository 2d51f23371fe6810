package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.documents.store.PrintList;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CaseWords;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.document.DocumentKind;
import jp.ishikari.link.domain.document.LetterTemplate;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one case; of those that were discarded the last ones, whose text may be wanted.
 */
@Contract(response = ListCaseDocuments.Documents.class)
record ListCaseDocuments(
    ApplicationStore applications,
    DivisionStore divisions,
    DocumentStore documents,
    CaseAnswers answers,
    Issuers issuers,
    PrintList list)
    implements Operation {
  /** There may be any number of them, and one answer has a limit. */
  private static final int DISCARDED_SHOWN = 20;

  /**
   * @param number 文書番号; empty where it has none
   * @param sealed whether the file carries the city's seal; null before it is printed
   * @param issuedBy who handed it over
   * @param endedBy who replaced or revoked it
   * @param awaitsAnother whether somebody else than who made it is to hand it over
   * @param mine whether the caller made it, or stands in for who did
   * @param readBy the day by which it is to be opened, or goes by post
   * @param listedAt when it came onto the print list
   * @param post what became of it there
   * @param reason why it was revoked
   * @param replaces id of the one whose place it takes
   */
  private record Line(
      String documentId,
      DocumentKind kind,
      String kindName,
      CaseDocument.State state,
      String title,
      String number,
      String sender,
      String addressee,
      String body,
      LocalDate dated,
      LocalDate openUntil,
      @Nullable String replaces,
      @Nullable Boolean sealed,
      String madeBy,
      Instant madeAt,
      boolean awaitsAnother,
      boolean mine,
      @Nullable Instant issuedAt,
      @Nullable String issuedBy,
      @Nullable LocalDate readBy,
      @Nullable Instant listedAt,
      @Nullable Post post,
      @Nullable Instant openedAt,
      @Nullable Instant endedAt,
      @Nullable String endedBy,
      @Nullable String reason) {
    static Line of(CaseDocument one, boolean another, boolean mine, PrintList.Letter letterOrNull) {
      CaseDocument.Content content = one.content();
      CaseDocument.Standing standing = one.standing();
      return new Line(
          one.documentId(),
          content.kind(),
          content.kind().label(),
          standing.state(),
          content.title(),
          content.number(),
          content.sender(),
          content.addressee(),
          content.body(),
          content.dated(),
          content.openUntil(),
          content.replaces(),
          one.made().file() == null ? null : one.made().file().sealed(),
          one.made().staffName(),
          one.made().at(),
          one.state() == CaseDocument.State.READY && another,
          mine,
          standing.issuedAt(),
          standing.issuedBy() == null ? null : standing.issuedBy().name(),
          standing.readBy(),
          letterOrNull == null ? null : letterOrNull.addedAt(),
          letterOrNull == null ? null : Post.of(letterOrNull.done()),
          standing.openedAt(),
          standing.endedAt(),
          standing.endedBy() == null ? null : standing.endedBy().name(),
          standing.reason());
    }
  }

  /** What became of a document on the print list. */
  private record Post(PrintList.How how, Instant at, String byName) {
    static @Nullable Post of(PrintList.@Nullable Done done) {
      return done == null ? null : new Post(done.how(), done.at(), done.byName());
    }
  }

  /** A letter that is begun. */
  private record Letter(
      String name, DocumentKind kind, String title, String sender, String addressee, String body) {
    static Letter of(LetterTemplate filled) {
      return new Letter(
          filled.name(),
          filled.kind(),
          filled.title(),
          filled.sender(),
          filled.addressee(),
          filled.body());
    }
  }

  /** What a document can be for. */
  private record Kind(DocumentKind value, String label) {
    static Kind of(DocumentKind kind) {
      return new Kind(kind, kind.label());
    }
  }

  /**
   * @param words what a text may name in braces
   * @param letters the letters of the procedure's version, with the facts of the case put in
   * @param reachable whether there is an account in which the applicant can open them
   */
  record Documents(
      List<Line> documents,
      List<String> words,
      List<Letter> letters,
      List<Kind> kinds,
      boolean reachable) {}

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .fold(refusal -> refusal, application -> Response.ok(shown(application, request.staff())));
  }

  private Documents shown(Application application, Caller.Staff staff) {
    CaseWords words =
        CaseWords.of(application, divisions.find(application.divisionId()).orElseThrow());
    CaseAnswers.Read read = answers.of(application);
    boolean another = issuers.another(application);
    return new Documents(
        documents.of(application.applicationId()).keeping(DISCARDED_SHOWN).stream()
            .map(one -> line(one, another, staff))
            .toList(),
        List.copyOf(CaseWords.NAMES),
        read.version().letters().stream()
            .map(
                letter -> letter.filled(read.form(), words, application.answers(), read.fileName()))
            .map(Letter::of)
            .toList(),
        Stream.of(DocumentKind.values()).map(Kind::of).toList(),
        application.accountId() != null);
  }

  private Line line(CaseDocument one, boolean another, Caller.Staff staff) {
    return Line.of(
        one,
        another,
        staff.isOnePersonWith(one.made().staffId()),
        one.standing().readBy() == null ? null : list.find(one.documentId()).orElse(null));
  }
}
