package jp.ishikari.link.formdesign;

import java.util.List;
import java.util.Map;
import jp.ishikari.link.forms.Finding;
import jp.ishikari.link.forms.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * What a place of a form is called by those who build it: by page, question and setting as the
 * editor shows them, never as a pointer. The form may be half written.
 *
 * @param name of the page or question, and of the example or rule where it has one; empty for the
 *     form itself
 * @param setting of it; empty when the place is the whole of it
 * @param value what stands there
 */
record PlaceInForm(String name, String setting, @Nullable Object value) {
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("title", "見出し"),
          Map.entry("label", "質問の文"),
          Map.entry("help", "説明"),
          Map.entry("example", "記入例"),
          Map.entry("text", "文"),
          Map.entry("of", "元の日本語"),
          Map.entry("options", "選択肢"),
          Map.entry("unit", "単位"),
          Map.entry("maxLength", "文字数の上限"),
          Map.entry("value", "値"),
          Map.entry("itemLabel", "ひとつずつの呼び方"),
          Map.entry("visibleIf", "出す条件"),
          Map.entry("message", "住民が読む文"),
          Map.entry("require", "決まりの内容"),
          Map.entry("image", "画像"),
          Map.entry("fields", "質問"),
          Map.entry("fee", "手数料"));

  /** Where a JSON pointer of {@link jp.ishikari.link.forms} leads. */
  static PlaceInForm of(Map<String, Object> form, String pointer) {
    String name = "";
    String setting = "";
    Object value = form;
    String list = "";
    for (String segment : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
      Object holder = value;
      value = value == null ? null : child(value, segment);
      if (segment.matches("\\d+")) {
        String element = element(list, Integer.parseInt(segment) + 1, value);
        if (!element.isEmpty()) {
          // A question that has a name needs no page to be found.
          name = name.isEmpty() || ofPage(list, name, element) ? element : name + "の" + element;
          setting = "";
        }
      } else if (setting.isEmpty()) {
        setting = setting(segment, holder);
      }
      list = segment;
    }
    return new PlaceInForm(name, setting, value);
  }

  /** As the editor calls it, which asks how many where something is repeated. */
  private static String setting(String segment, @Nullable Object holder) {
    boolean repeated = holder instanceof Map<?, ?> map && "group".equals(map.get("type"));
    return switch (segment) {
      case "min" -> repeated ? "「少なくともいくつ」" : "いちばん小さい数";
      case "max" -> repeated ? "「多くていくつ」" : "いちばん大きい数";
      default -> SETTINGS.getOrDefault(segment, "");
    };
  }

  private static boolean ofPage(String list, String name, String element) {
    return list.equals("fields") && name.contains("ページ目") && element.startsWith("「");
  }

  private static @Nullable Object child(Object value, String segment) {
    return switch (value) {
      case Map<?, ?> map -> map.get(segment);
      case List<?> all when segment.matches("\\d{1,4}") && Integer.parseInt(segment) < all.size() ->
          all.get(Integer.parseInt(segment));
      default -> null;
    };
  }

  private static String element(String list, int number, @Nullable Object value) {
    return switch (list) {
      case "pages" -> number + "ページ目" + quoted(value, "title");
      case "fields" -> {
        String label = quoted(value, "label");
        yield label.isEmpty() ? number + "番目の質問" : label;
      }
      case "rules" -> number + "番目の決まり";
      case "examples" -> "例" + quoted(value, "title");
      case "options" -> number + "番目の選択肢";
      default -> "";
    };
  }

  private static String quoted(@Nullable Object value, String member) {
    return value instanceof Map<?, ?> map
            && map.get(member) instanceof String text
            && !text.isBlank()
        ? "「" + text + "」"
        : "";
  }

  /** The finding in one sentence that names the place. */
  String tell(Finding finding) {
    String named = name.endsWith("の質問") && setting.startsWith("質問の") ? "文" : setting;
    String whole = named.isEmpty() ? name : name.isEmpty() ? named : name + "の" + named;
    if (value instanceof List<?> list && list.isEmpty()) {
      return setting.equals(SETTINGS.get("fields"))
          ? (name.isEmpty() ? "様式" : name) + "に質問がありません。質問を加えるか、" + last() + "を消してください。"
          : whole + "がありません。加えてください。";
    }
    if (finding.code() == FindingCode.REQUIRED && !whole.isEmpty()) {
      return whole + "を入力してください。";
    }
    if (finding.code() == FindingCode.LIMIT && value instanceof String) {
      return whole + "が長すぎます。短くしてください。";
    }
    return whole.isEmpty() ? finding.detail() : whole + "：" + finding.detail();
  }

  /** What the place is part of: a page, or what is repeated. */
  private String last() {
    return name.contains("ページ目") ? "このページ" : "この質問";
  }
}
