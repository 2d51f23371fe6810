package jp.ishikari.link.documents.store;

import java.time.Instant;
import java.time.LocalDate;
import jp.ishikari.link.domain.document.DocumentKind;
import org.jspecify.annotations.Nullable;

/** A document that the city made for a case. What stands in it is never changed. */
public record CaseDocument(
    String applicationId, String documentId, Content content, Made made, Standing standing) {

  /** How far it is. */
  public enum State {
    /** It is being printed, or its printing broke off: nobody can open it. */
    MAKING,
    /** Clerks can look at it and hand it over. */
    READY,
    /** It was never handed over and never will be. */
    DISCARDED,
    /** The applicant can open it, and it holds. */
    ISSUED,
    /** Another document holds in its place. */
    REPLACED,
    /** It does not hold any more. */
    REVOKED;

    /** Whether anybody but clerks knows of it. */
    public boolean handedOver() {
      return this == ISSUED || this == REPLACED || this == REVOKED;
    }
  }

  /**
   * What stands in it.
   *
   * @param number 文書番号; empty where it has none
   * @param dated the day that stands on it
   * @param openUntil the last day on which the applicant can open it
   * @param replaces the document that it takes the place of when it is handed over; null where none
   */
  public record Content(
      DocumentKind kind,
      String title,
      String number,
      String sender,
      String addressee,
      String body,
      LocalDate dated,
      LocalDate openUntil,
      @Nullable String replaces) {}

  /**
   * Who made it, and how it is recognised.
   *
   * @param codeHash of the code on it, which stands nowhere else
   * @param file null before it is printed
   */
  public record Made(
      String staffId, String staffName, Instant at, String codeHash, @Nullable File file) {}

  /**
   * The file as it was printed.
   *
   * @param sealed whether it carries the city's seal
   */
  public record File(String sha256, boolean sealed) {}

  /**
   * A member of staff.
   *
   * @param name as it was then
   */
  public record By(String staffId, String name) {}

  /**
   * What became of it.
   *
   * @param issuedBy who handed it over; null where that was not kept yet
   * @param readBy the day by which it is to be opened, or goes by post; null where there is none
   * @param openedAt when the applicant first opened it
   * @param endedAt when it was replaced or revoked
   * @param endedBy who replaced or revoked it
   * @param reason why it was revoked
   */
  public record Standing(
      State state,
      @Nullable Instant issuedAt,
      @Nullable By issuedBy,
      @Nullable LocalDate readBy,
      @Nullable Instant openedAt,
      @Nullable Instant endedAt,
      @Nullable By endedBy,
      @Nullable String reason) {

    /** Not printed yet. */
    public static final Standing MAKING =
        new Standing(State.MAKING, null, null, null, null, null, null, null);

    Standing at(State next) {
      return new Standing(next, issuedAt, issuedBy, readBy, openedAt, endedAt, endedBy, reason);
    }
  }

  public String title() {
    return content.title();
  }

  public State state() {
    return standing.state();
  }

  public CaseDocument printed(File file) {
    return new CaseDocument(
        applicationId,
        documentId,
        content,
        new Made(made.staffId(), made.staffName(), made.at(), made.codeHash(), file),
        standing.at(State.READY));
  }

  public CaseDocument discarded() {
    return with(standing.at(State.DISCARDED));
  }

  /**
   * @param readByOrNull the day by which it is to be opened, or goes by post
   */
  public CaseDocument issued(Instant at, By by, LocalDate readByOrNull) {
    return with(new Standing(State.ISSUED, at, by, readByOrNull, null, null, null, null));
  }

  public CaseDocument opened(Instant at) {
    return with(
        new Standing(
            state(),
            standing.issuedAt(),
            standing.issuedBy(),
            standing.readBy(),
            at,
            standing.endedAt(),
            standing.endedBy(),
            standing.reason()));
  }

  public CaseDocument replaced(Instant at, By by) {
    return with(ended(State.REPLACED, at, by, null));
  }

  public CaseDocument revoked(Instant at, By by, String reason) {
    return with(ended(State.REVOKED, at, by, reason));
  }

  private Standing ended(State state, Instant at, By by, @Nullable String reason) {
    return new Standing(
        state,
        standing.issuedAt(),
        standing.issuedBy(),
        standing.readBy(),
        standing.openedAt(),
        at,
        by,
        reason);
  }

  /** What a file of it is called where it is saved: by its number and title. */
  public String fileName() {
    String name = (content.number() + " " + content.title()).strip();
    // What one system or another has no place for in a name.
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip() + ".pdf";
  }

  private CaseDocument with(Standing next) {
    return new CaseDocument(applicationId, documentId, content, made, next);
  }
}
