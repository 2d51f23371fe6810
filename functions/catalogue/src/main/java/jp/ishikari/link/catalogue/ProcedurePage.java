package jp.ishikari.link.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.Procedure;

/** Everything a resident reads before applying, and the form. */
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
    Division division,
    String level,
    boolean online,
    boolean sample,
    String how,
    String law,
    Map<String, Object> form) {

  /** The fee in words; what is due is computed from the answers. */
  record Fee(String text) {}

  static ProcedurePage of(Procedure p, Division division) {
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
        p.form());
  }

  /** {@code SIGNED_IN} → {@code signed-in}. */
  static String level(Procedure p) {
    return p.level().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
