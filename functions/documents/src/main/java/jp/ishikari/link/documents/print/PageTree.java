package jp.ishikari.link.documents.print;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What is printed, as a tree: texts are put in as texts, so nothing of what anybody typed can
 * become markup, and each piece in the font that draws it.
 */
final class PageTree {
  private static final String FAMILY = Typeface.only().fonts().getFirst().family();

  /** What every page has. */
  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 22mm 24mm 22mm;
        @bottom-center { content: counter(page) " / " counter(pages); font-family: '%1$s'; font-size: 9pt; } }
      html { font-family: '%1$s'; font-size: 11pt; line-height: 1.75; }
      body { margin: 0; }
      h1 { font-size: 17pt; font-weight: normal; line-height: 1.4; text-align: center; margin: 12mm 0 9mm; }
      h2 { font-size: 12pt; font-weight: normal; margin: 6mm 0 1mm; page-break-after: avoid; }
      p { margin: 0; }
      p, h1, h2 { word-wrap: break-word; }
      .right { text-align: right; }
      a { color: #000000; }
      """
          .formatted(FAMILY);

  private final Document tree;

  PageTree() {
    try {
      this.tree = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Document tree() {
    return tree;
  }

  /** The body of a new document. */
  Element begun(String title, String author, String style) {
    Element html = tree.createElement("html");
    html.setAttribute("lang", "ja");
    tree.appendChild(html);
    Element head = in(html, "head", null);
    told(head, "title", title);
    meta(head, "description", title);
    meta(head, "subject", title);
    meta(head, "author", author);
    told(head, "style", STYLE + style);
    return in(html, "body", null);
  }

  Element in(Element parent, String name, String textOrNull) {
    Element child = tree.createElement(name);
    if (textOrNull != null) {
      put(child, textOrNull);
    }
    parent.appendChild(child);
    return child;
  }

  /** One paragraph for each line; an empty one is a gap. */
  void lines(Element parent, String text) {
    text.lines().forEach(line -> in(parent, "p", line.isBlank() ? "\u00A0" : line));
  }

  static Element marked(Element element, String style) {
    element.setAttribute("class", style);
    return element;
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

  private void meta(Element head, String name, String content) {
    Element meta = in(head, "meta", null);
    meta.setAttribute("name", name);
    meta.setAttribute("content", content);
  }
}
