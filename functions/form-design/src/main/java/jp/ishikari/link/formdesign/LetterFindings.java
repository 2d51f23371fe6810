package jp.ishikari.link.formdesign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.document.LetterTemplate;
import jp.ishikari.link.domain.document.LetterText;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import jp.ishikari.link.forms.MergeFinding;

/** What there is to say of the letters of a draft, each by its text and line. */
record LetterFindings(FormDefinition formOrNull, List<DesignFinding> findings) {

  /** Of a form that can't be read, the letters are looked at once it can. */
  static List<DesignFinding> of(Procedure draft) {
    Map<String, Object> form =
        draft.online() ? Versioned.form(draft, Math.max(1, draft.version())) : null;
    if (form == null) {
      return new LetterFindings(null, new ArrayList<>()).all(draft.letters());
    }
    return FormDefinition.read(form) instanceof FormReading.Valid(FormDefinition valid)
        ? new LetterFindings(valid, new ArrayList<>()).all(draft.letters())
        : List.of();
  }

  private List<DesignFinding> all(List<LetterTemplate> letters) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < letters.size(); i++) {
      LetterTemplate letter = letters.get(i);
      String pointer = "/letters/" + i;
      String called = letter.name() == null ? (i + 1) + "番目のひな形" : "ひな形「" + letter.name() + "」";
      if (letter.name() == null) {
        error("missing", pointer + "/name", called + "の名前を入力してください。");
      } else if (!names.add(letter.name())) {
        error("same-names", pointer + "/name", "ひな形の名前「" + letter.name() + "」が2つ以上あります。");
      }
      for (LetterText which : LetterText.values()) {
        text(letter, which, pointer + "/" + which.member(), called + "の" + which.label());
      }
    }
    return findings;
  }

  private void text(LetterTemplate letter, LetterText which, String pointer, String called) {
    if (letter.text(which) == null) {
      error("missing", pointer, called + "を入力してください。");
      return;
    }
    for (MergeFinding finding : letter.findings(which, formOrNull)) {
      findings.add(
          new DesignFinding(
              finding.blocks() ? DesignFinding.ERROR : DesignFinding.WARNING,
              finding.code().code(),
              pointer,
              called
                  + (which == LetterText.BODY ? "の" + finding.detail() : "：" + finding.sentence()),
              Map.of("line", finding.line())));
    }
  }

  private void error(String code, String pointer, String message) {
    findings.add(new DesignFinding(DesignFinding.ERROR, code, pointer, message, Map.of()));
  }
}
