package jp.ishikari.link.formdesign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.CaseWords;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.document.Issuer;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.formdesign.store.Design;
import jp.ishikari.link.formdesign.store.Publication;
import jp.ishikari.link.forms.ExampleRun;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import jp.ishikari.link.forms.Translation;
import org.jspecify.annotations.Nullable;

/**
 * A design as the editor shows it.
 *
 * @param revision what the next save must name; null for a published version
 * @param publishedVersion the version it started from; null when there is none
 * @param letters how its documents are begun
 * @param letterWords the facts of a case that they may put in
 * @param issuer who hands its documents over
 * @param publishing what to know before publishing; null for a published version
 */
record DesignAnswer(
    String procedureId,
    @Nullable Integer revision,
    @Nullable Integer publishedVersion,
    @Nullable Instant editedAt,
    @Nullable String editedBy,
    @Nullable String name,
    @Nullable String kana,
    List<String> words,
    @Nullable String summary,
    @Nullable String category,
    List<String> events,
    @Nullable String audience,
    List<String> needs,
    @Nullable String feeText,
    int standardDays,
    String divisionId,
    Procedure.Level level,
    boolean online,
    @Nullable String how,
    @Nullable String law,
    Map<String, Map<String, Translation>> texts,
    @Nullable Map<String, Object> form,
    List<LetterDraft> letters,
    List<String> letterWords,
    Issuer issuer,
    PaymentTerms.@Nullable When payWhen,
    @Nullable String revenue,
    @Nullable Integer payDays,
    List<String> reductions,
    boolean reductionTakesTwo,
    List<DesignFinding> findings,
    List<Tried> examples,
    @Nullable Publishing publishing) {

  /** What came of an example. */
  record Tried(String id, String title, boolean passed, List<ExampleRun.Mismatch> mismatches) {}

  /**
   * What to know before publishing.
   *
   * @param secondPerson whether the division wants a second person's approval
   * @param awaiting the publication that waits for it
   * @param mine whether the caller asked for that, and so cannot approve it
   * @param declined why the last one was sent back
   * @param running how many people are filling in the published version
   * @param opensOn first day of applications to the published version; null when there is none
   * @param closesOn last day of applications to it; null when there is none
   * @param paused whether the published version takes none for now
   * @param capacity of the published version; null for any number
   * @param held how many of those places are taken
   * @param page address at which residents read of the procedure once it is published
   */
  record Publishing(
      boolean secondPerson,
      @Nullable Publication awaiting,
      boolean mine,
      @Nullable String declined,
      int running,
      @Nullable LocalDate opensOn,
      @Nullable LocalDate closesOn,
      boolean paused,
      @Nullable Integer capacity,
      @Nullable Integer held,
      String page) {}

  static DesignAnswer of(Design design, Publishing publishing) {
    Procedure p = design.draft();
    return of(
        p,
        design.revision(),
        p.version() == 0 ? null : p.version(),
        design.editedAt(),
        design.editedByName(),
        publishing);
  }

  static DesignAnswer of(Procedure version) {
    return of(version, null, version.version(), null, null, null);
  }

  private static DesignAnswer of(
      Procedure p,
      Integer revision,
      Integer published,
      Instant editedAt,
      String editedBy,
      Publishing publishing) {
    DraftRequest draft = DraftRequest.of(p);
    return new DesignAnswer(
        p.procedureId(),
        revision,
        published,
        editedAt,
        editedBy,
        p.name(),
        p.kana(),
        p.words(),
        p.summary(),
        p.category(),
        p.events(),
        p.audience(),
        p.needs(),
        p.feeText(),
        p.standardDays(),
        p.divisionId(),
        p.level(),
        p.online(),
        p.how(),
        p.law(),
        p.texts(),
        p.form(),
        p.letters().stream().map(LetterDraft::of).toList(),
        List.copyOf(CaseWords.NAMES),
        p.issuer(),
        draft.payWhen(),
        draft.revenue(),
        draft.payDays(),
        draft.reductions(),
        draft.reductionTakesTwo(),
        DesignFinding.of(p),
        examples(p),
        publishing);
  }

  static List<Tried> examples(Procedure p) {
    Map<String, Object> form = Versioned.form(p, Math.max(1, p.version()));
    if (form == null || !(FormDefinition.read(form) instanceof FormReading.Valid(var valid))) {
      return List.of();
    }
    return ExampleRun.all(valid).stream()
        .map(r -> new Tried(r.example().id(), r.example().title(), r.passed(), r.mismatches()))
        .toList();
  }
}
