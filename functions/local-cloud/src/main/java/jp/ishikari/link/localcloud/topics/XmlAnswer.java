package jp.ishikari.link.localcloud.topics;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import jp.ishikari.link.localcloud.wire.LocalHttp.Answer;

/** Writes the XML of one AWS Query answer. */
final class XmlAnswer {
  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  private final StringBuilder xml = new StringBuilder();

  private XmlAnswer() {}

  /** {@code <ActionResponse><ActionResult>…}; the result element stays when empty. */
  static Answer result(String action, Consumer<XmlAnswer> content) {
    var answer = new XmlAnswer();
    answer.xml.append('<').append(action).append("Response xmlns=\"").append(NAMESPACE);
    answer.xml.append("\">");
    answer.element(action + "Result", content);
    answer.element(
        "ResponseMetadata", inner -> inner.text("RequestId", UUID.randomUUID().toString()));
    answer.xml.append("</").append(action).append("Response>");
    return Answer.text(200, "text/xml; charset=utf-8", answer.xml.toString());
  }

  static Answer error(int status, String code, String message) {
    var answer = new XmlAnswer();
    answer.xml.append("<ErrorResponse xmlns=\"").append(NAMESPACE).append("\">");
    answer.element(
        "Error",
        error ->
            error
                .text("Type", status < 500 ? "Sender" : "Receiver")
                .text("Code", code)
                .text("Message", message));
    answer.text("RequestId", UUID.randomUUID().toString());
    answer.xml.append("</ErrorResponse>");
    return Answer.text(status, "text/xml; charset=utf-8", answer.xml.toString());
  }

  XmlAnswer element(String name, Consumer<XmlAnswer> content) {
    xml.append('<').append(name).append('>');
    content.accept(this);
    xml.append("</").append(name).append('>');
    return this;
  }

  XmlAnswer text(String name, String value) {
    xml.append('<').append(name).append('>');
    value
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                default -> xml.appendCodePoint(point);
              }
            });
    xml.append("</").append(name).append('>');
    return this;
  }

  XmlAnswer map(String name, Map<String, String> entries) {
    return element(
        name,
        map ->
            entries.forEach(
                (key, value) ->
                    map.element("entry", entry -> entry.text("key", key).text("value", value))));
  }
}
