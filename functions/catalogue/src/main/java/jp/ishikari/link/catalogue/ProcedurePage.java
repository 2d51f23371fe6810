package jp.ishikari.link.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.PageTexts;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * Everything a resident reads before applying, and the form.
 *
 * @param texts what of it can be read in other languages, by language and {@link PageTexts key}
 */
record ProcedurePage(
    String procedureId,
    int version,
    String name,
    String kana,
    String summary,
    String category,
    List<String> events,
    String audience,
    List<String> needs,
    Fee fee,
    int standardDays,
    @Nullable Division division,
    @OneOf(constants = Procedure.Level.class, small = true) String level,
    boolean online,
    boolean sample,
    @Nullable String how,
    @Nullable String law,
    Map<String, Map<String, String>> texts,
    Opening opening,
    @Nullable Map<String, Object> form) {

  /**
   * Whether it takes applications today.
   *
   * @param state {@code open}, {@code not-yet}, {@code over}, {@code paused} or {@code full}
   * @param capacity how many applications it takes; null for any number
   * @param left how many more it takes now; null for any number
   */
  record Opening(
      @OneOf({"open", "not-yet", "over", "paused", "full"}) String state,
      @Nullable LocalDate opensOn,
      @Nullable LocalDate closesOn,
      @Nullable Integer capacity,
      @Nullable Integer left) {
    static Opening of(Procedure p, LocalDate today, Integer left) {
      Release.Opening opening = p.openingOn(today);
      boolean full = opening == Release.Opening.OPEN && left != null && left == 0;
      return new Opening(
          full ? "full" : kebab(opening),
          p.release() == null ? null : p.release().opensOn(),
          p.release() == null ? null : p.release().closesOn(),
          p.release() == null ? null : p.release().capacity(),
          left);
    }
  }

  /** The fee in words; what is due is computed from the answers. */
  record Fee(@Nullable String text) {}

  static ProcedurePage of(Procedure p, Division division, LocalDate today, Integer left) {
    return new ProcedurePage(
        p.procedureId(),
        p.version(),
        p.name(),
        p.kana(),
        p.summary(),
        p.category(),
        p.events(),
        p.audience(),
        p.needs(),
        new Fee(p.feeText()),
        p.standardDays(),
        division,
        level(p),
        p.online(),
        p.sample(),
        p.how(),
        p.law(),
        PageTexts.shown(p),
        Opening.of(p, today, left),
        p.residentForm());
  }

  /** {@code CONFIRMED_SIGNATURE} → {@code confirmed-signature}. */
  static String level(Procedure p) {
    return kebab(p.level());
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
