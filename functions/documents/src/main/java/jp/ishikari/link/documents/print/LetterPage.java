package jp.ishikari.link.documents.print;

import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jp.ishikari.link.forms.Era;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The layout of a letter, as a tree: texts are put in as texts, so nothing of what anybody typed
 * can become markup.
 */
final class LetterPage {
  private static final String FAMILY = Typeface.only().fonts().getFirst().family();

  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 22mm 24mm 22mm;
        @bottom-center { content: counter(page) " / " counter(pages); font-family: '%1$s'; font-size: 9pt; } }
      html { font-family: '%1$s'; font-size: 11pt; line-height: 1.75; }
      body { margin: 0; }
      h1 { font-size: 17pt; font-weight: normal; line-height: 1.4; text-align: center; margin: 12mm 0 9mm; }
      p { margin: 0; }
      .right { text-align: right; }
      .addressee { font-size: 13pt; margin: 5mm 0; }
      .body p { text-indent: 0; min-height: 1.75em; orphans: 2; widows: 2; }
      .check { page-break-inside: avoid; margin-top: 14mm; border-top: 0.5pt solid #000000; padding-top: 4mm; font-size: 9pt; line-height: 1.5; }
      .check .picture { float: left; margin-right: 5mm; }
      .check img { width: 25mm; height: 25mm; }
      a { color: #000000; }
      .code { font-size: 12pt; }
      """
          .formatted(FAMILY);

  private final Document tree;

  private LetterPage() {
    try {
      this.tree = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Document of(Letter letter) {
    LetterPage page = new LetterPage();
    page.fill(letter);
    return page.tree;
  }

  private void fill(Letter letter) {
    Element html = tree.createElement("html");
    html.setAttribute("lang", "ja");
    tree.appendChild(html);
    Element head = in(html, "head", null);
    told(head, "title", letter.title());
    meta(head, "description", letter.title());
    meta(head, "subject", letter.title());
    meta(head, "author", letter.sender().getFirst());
    told(head, "style", STYLE);
    Element body = in(html, "body", null);
    if (!letter.number().isEmpty()) {
      marked(in(body, "p", letter.number()), "right");
    }
    marked(
        in(body, "p", Era.toWareki(letter.dated()).map(Objects::toString).orElseThrow()), "right");
    marked(in(body, "p", letter.addressee()), "addressee");
    letter.sender().forEach(line -> marked(in(body, "p", line), "right"));
    in(body, "h1", letter.title());
    Element text = marked(in(body, "div", null), "body");
    letter.body().lines().forEach(line -> in(text, "p", line.isBlank() ? "\u00A0" : line));
    if (letter.check() != null) {
      check(body, letter.check());
    }
  }

  private void check(Element body, Letter.Check check) {
    Element box = marked(in(body, "div", null), "check");
    Element picture = in(marked(in(box, "div", null), "picture"), "img", null);
    picture.setAttribute("src", QrPicture.of(check.link()));
    picture.setAttribute("alt", "この文書を確かめるページの二次元コード");
    in(box, "p", "この文書が有効かどうかは、次のページで、二次元コードか確認番号で確かめられます。");
    Element link = in(in(box, "p", null), "a", check.page());
    link.setAttribute("href", check.link());
    marked(in(box, "p", "確認番号　" + check.code()), "code");
  }

  private void meta(Element head, String name, String content) {
    Element meta = in(head, "meta", null);
    meta.setAttribute("name", name);
    meta.setAttribute("content", content);
  }

  private Element in(Element parent, String name, String textOrNull) {
    Element child = tree.createElement(name);
    if (textOrNull != null) {
      put(child, textOrNull);
    }
    parent.appendChild(child);
    return child;
  }

  /** What another font draws stands in an element of its own. */
  private void put(Element parent, String text) {
    for (Typeface.Run run : Typeface.only().runs(text)) {
      if (run.font().family().equals(FAMILY)) {
        parent.appendChild(tree.createTextNode(run.text()));
      } else {
        Element other = tree.createElement("span");
        other.setAttribute("style", "font-family: '" + run.font().family() + "'");
        other.appendChild(tree.createTextNode(run.text()));
        parent.appendChild(other);
      }
    }
  }

  /** What stands in the head is not drawn. */
  private void told(Element head, String name, String text) {
    Element element = tree.createElement(name);
    element.appendChild(tree.createTextNode(text));
    head.appendChild(element);
  }

  private static Element marked(Element element, String style) {
    element.setAttribute("class", style);
    return element;
  }
}
