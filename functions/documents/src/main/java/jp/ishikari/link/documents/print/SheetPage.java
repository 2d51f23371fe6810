package jp.ishikari.link.documents.print;

import static jp.ishikari.link.documents.print.PageTree.marked;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import jp.ishikari.link.forms.AnswersInWords;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The layout of a sheet: a table for each section. */
record SheetPage(PageTree page, Set<String> undrawable) {
  private static final String STYLE =
      """
      h1 { margin-top: 0; }
      table { border-collapse: collapse; width: 100%; table-layout: fixed; }
      tr { page-break-inside: avoid; }
      th, td { border: 0.5pt solid #555555; font-weight: normal; font-size: 10pt; line-height: 1.5; padding: 1.2mm 2.5mm; text-align: left; vertical-align: top; word-wrap: break-word; }
      th { width: 32%; }
      .notes { font-size: 9pt; line-height: 1.5; margin-top: 6mm; }
      """;

  static Document of(Sheet sheet) {
    SheetPage page = new SheetPage(new PageTree(), new LinkedHashSet<>());
    page.fill(sheet);
    return page.page().tree();
  }

  private void fill(Sheet sheet) {
    Element body = page.begun(sheet.title(), sheet.author(), STYLE);
    page.in(body, "h1", legible(sheet.title()));
    for (AnswersInWords.Section section : sheet.sections()) {
      page.in(body, "h2", legible(section.title()));
      Element table = page.in(body, "table", null);
      section.lines().forEach(line -> row(table, line));
    }
    Element notes = marked(page.in(body, "div", null), "notes");
    sheet.notes().forEach(note -> page.in(notes, "p", legible(note)));
    if (!undrawable.isEmpty()) {
      page.in(notes, "p", "書いたとおりには印刷できない字があります（" + codes() + "）。送信された内容は、書いたとおりに届いています。");
    }
  }

  private void row(Element table, AnswersInWords.Line line) {
    Element row = page.in(table, "tr", null);
    page.in(row, "th", legible(line.label())).setAttribute("scope", "row");
    page.lines(page.in(row, "td", null), legible(line.text()));
  }

  private String legible(String text) {
    undrawable.addAll(Typeface.only().undrawable(text));
    return Typeface.only().legible(text);
  }

  private String codes() {
    return undrawable.stream()
        .map(
            character ->
                character
                    .codePoints()
                    .mapToObj("U+%04X"::formatted)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("、"));
  }
}
