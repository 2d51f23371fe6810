package jp.ishikari.link.formdesign;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Release;

/** A procedure as a version of its own: page as it is, form under its number. */
final class Versioned {
  private Versioned() {}

  static Procedure of(Procedure draft, int version, Release release) {
    return new Procedure(
        draft.procedureId(),
        version,
        draft.name(),
        draft.kana(),
        draft.words(),
        draft.summary(),
        draft.category(),
        draft.events(),
        draft.audience(),
        draft.needs(),
        draft.feeText(),
        draft.standardDays(),
        draft.divisionId(),
        draft.level(),
        draft.online(),
        draft.sample(),
        draft.how(),
        draft.law(),
        draft.texts(),
        form(draft, version),
        draft.letters(),
        draft.issuer(),
        draft.payment(),
        release);
  }

  /** Its form under the number it will have; null when there is none. */
  static Map<String, Object> form(Procedure draft, int version) {
    if (draft.form() == null) {
      return null;
    }
    Map<String, Object> form = new LinkedHashMap<>(draft.form());
    form.put("id", draft.procedureId());
    form.put("version", version);
    return form;
  }
}
