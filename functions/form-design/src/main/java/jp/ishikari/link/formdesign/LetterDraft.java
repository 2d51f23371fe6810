package jp.ishikari.link.formdesign;

import jp.ishikari.link.domain.document.DocumentKind;
import jp.ishikari.link.domain.document.LetterTemplate;
import jp.ishikari.link.domain.document.LetterText;
import jp.ishikari.link.edge.Limit;
import org.jspecify.annotations.Nullable;

/** How a letter is begun, as the editor sends it: any text perhaps still missing. */
record LetterDraft(
    @Nullable @Limit(max = LetterTemplate.MOST_OF_NAME) String name,
    DocumentKind kind,
    @Nullable @Limit(max = LetterText.MOST_OF_TITLE) String title,
    @Nullable @Limit(max = LetterText.MOST_OF_SENDER) String sender,
    @Nullable @Limit(max = LetterText.MOST_OF_ADDRESSEE) String addressee,
    @Nullable @Limit(max = LetterText.MOST_OF_BODY, lines = true) String body) {

  static LetterDraft of(LetterTemplate template) {
    return new LetterDraft(
        template.name(),
        template.kind(),
        template.title(),
        template.sender(),
        template.addressee(),
        template.body());
  }

  LetterTemplate template() {
    return new LetterTemplate(name, kind, title, sender, addressee, body);
  }
}
