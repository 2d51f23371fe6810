package jp.ishikari.link.documents.print;

import static jp.ishikari.link.documents.print.PageTree.marked;

import java.util.Objects;
import jp.ishikari.link.forms.Era;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The layout of a letter. */
record LetterPage(PageTree page) {
  private static final String STYLE =
      """
      .trial { border: 0.5pt solid #000000; padding: 1mm 3mm; text-align: center; }
      .addressee { font-size: 13pt; margin: 5mm 0; }
      .body p { text-indent: 0; min-height: 1.75em; orphans: 2; widows: 2; }
      .check { page-break-inside: avoid; margin-top: 14mm; border-top: 0.5pt solid #000000; padding-top: 4mm; font-size: 9pt; line-height: 1.5; }
      .check .picture { float: left; margin-right: 5mm; }
      .check img { width: 25mm; height: 25mm; }
      .code { font-size: 12pt; }
      """;

  static Document of(Letter letter) {
    LetterPage page = new LetterPage(new PageTree());
    page.fill(letter);
    return page.page().tree();
  }

  private void fill(Letter letter) {
    Element body = page.begun(letter.title(), letter.sender().getFirst(), STYLE);
    if (letter.check() == null) {
      marked(page.in(body, "p", "見本（この文書は、交付されたものではありません）"), "trial");
    }
    if (!letter.number().isEmpty()) {
      marked(page.in(body, "p", letter.number()), "right");
    }
    String dated = Era.toWareki(letter.dated()).map(Objects::toString).orElseThrow();
    marked(page.in(body, "p", dated), "right");
    marked(page.in(body, "p", letter.addressee()), "addressee");
    letter.sender().forEach(line -> marked(page.in(body, "p", line), "right"));
    page.in(body, "h1", letter.title());
    page.lines(marked(page.in(body, "div", null), "body"), letter.body());
    if (letter.check() != null) {
      check(body, letter.check());
    }
  }

  private void check(Element body, Letter.Check check) {
    Element box = marked(page.in(body, "div", null), "check");
    Element picture = page.in(marked(page.in(box, "div", null), "picture"), "img", null);
    picture.setAttribute("src", QrPicture.of(check.link()));
    picture.setAttribute("alt", "この文書を確かめるページの二次元コード");
    page.in(box, "p", "この文書が有効かどうかは、次のページで、二次元コードか確認番号で確かめられます。");
    page.in(page.in(box, "p", null), "a", check.page()).setAttribute("href", check.link());
    marked(page.in(box, "p", "確認番号　" + check.code()), "code");
  }
}
