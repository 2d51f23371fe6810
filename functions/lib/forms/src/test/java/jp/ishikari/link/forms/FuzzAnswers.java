package jp.ishikari.link.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes up answers to a form: sound ones, and sound ones that were then damaged. */
final class FuzzAnswers {
  static final List<String> TEXTS =
      List.of("山田", "𠮷", "\uFA19子", "葛\uDB40\uDD00", "ｶﾞｷ", "かな", "カナ", "0123", "AZ09", "o1");
  private static final List<Object> NASTY =
      List.of(
          "",
          " 　",
          "\n",
          "1\n",
          "0613292\n",
          "ア\u2028",
          "\uD842",
          "\uDFB7a",
          "\u0000",
          "２０２３",
          "2023-02-29",
          "1872-12-31",
          "2199-01-01",
          "2026-11-24",
          "a@b",
          "a..@b.jp",
          "090-1234-567",
          "o9",
          "あ".repeat(300),
          "アイウエオカキクケコサシ",
          "123456789012345",
          "abcdefghijklmnopqrst",
          "あいうえおかきくけこさし",
          "𠮷".repeat(9),
          "true",
          "+81 90-1234-5678",
          "（0133）72-1234",
          "〒 061-3216",
          "1,000円",
          "¥1,00",
          "020",
          "3.5",
          "3.55",
          "2.0005",
          "１２．５",
          "1。5",
          "-0.0",
          "3㎡",
          "３ m2",
          "4通",
          "5.5kg",
          "1,234.5",
          "12,5",
          "9999999999999.9",
          0.1,
          0.30000000000000004,
          1e-7,
          -2.125,
          999_999_999_999.999,
          "マ-ク",
          "\u200B\u3164",
          "石\u202E狩",
          "\u2066hana＠example。jp\u2069",
          "12 34‐5",
          0,
          -1,
          1.5,
          1.0,
          9_007_199_254_740_991L,
          9_007_199_254_740_992L,
          1e300,
          22,
          true,
          false,
          "09:07",
          "10:10",
          "10:50",
          "11:20",
          "11:59",
          "24:00",
          "9:00",
          "18:00",
          "1989-01",
          "1872",
          "2199",
          "1234567890123",
          "T12345",
          "12345678901",
          1999L,
          List.of(),
          List.of("o1", "o1"),
          List.of("o9"),
          List.of("o0", "o1", "o2", "o3"),
          List.of(1),
          List.of(Map.of()),
          List.of("abcdefghij", "abcdefghij"),
          List.of("short"),
          List.of("abcdefghi1", "abcdefghi2", "abcdefghi3", "abcdefghi4"),
          Map.of(),
          Map.of("family", "\n"),
          Map.of("postalCode", "061"),
          Map.of("bankCode", "12"),
          Map.of("holderKana", "山田"),
          Map.of("unwritable", "はしごだか"),
          Map.of("zz", 1));
  private static final List<String> KEYS =
      List.of("zz", "あ", "__proto__", "constructor", "$fee", "toString", "f0", "f1", "f7");

  private static final String PASTED =
      "0123456789０１２３45,，.。．+-−‐ー－ｰ¥￥円〒㎡m２²M通()（）〔 　\u00A0\u2003\t\u200B\u202A\u202E\u2066\uFE0F\u00AD\u3164"
          + "アｶﾞかマー・ゝ゛aZ@＠。\n\u2028\uD842";

  /** What somebody might paste into a field that is folded. */
  static String pasted(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n >= 0; n--) {
      switch (random.nextInt(14)) {
        case 0 -> text.append("+81");
        case 1 -> text.append("\uDB40\uDD00");
        default -> text.append(PASTED.charAt(random.nextInt(PASTED.length())));
      }
    }
    return text.toString();
  }

  private final SplittableRandom random;

  FuzzAnswers(SplittableRandom random) {
    this.random = random;
  }

  /** Answers that are acceptable as far as that can be told without looking at other answers. */
  Map<String, Object> sound(FormDefinition form, LocalDate today) {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (Field field : form.fields()) {
      put(answers, field, today);
    }
    // What turned out to be hidden goes, which may hide or show more.
    for (int i = 0; i < 6; i++) {
      FormCheck.of(form, answers, today, null).errors().stream()
          .filter(error -> error.code() == ErrorCode.HIDDEN || error.code() == ErrorCode.DERIVED)
          .forEach(error -> remove(answers, error.path()));
    }
    return answers;
  }

  /** The same with a few things gone, swapped, added or replaced. */
  void damage(Map<String, Object> answers) {
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      Map<String, Object> target = answers;
      for (int depth = 0; depth < 2 && chance(40); depth++) {
        target = deeper(target);
      }
      List<String> keys = new ArrayList<>(target.keySet());
      String key = keys.isEmpty() || chance(12) ? pick(KEYS) : pick(keys);
      switch (random.nextInt(8)) {
        case 0 -> target.remove(key);
        case 1 -> target.put(key, null);
        case 2 -> target.put(key, target.get(pick(keys.isEmpty() ? KEYS : keys)));
        case 3 -> target.put(key, spoiled(target.get(key)));
        case 4 -> target.put(key, pick(NASTY));
        default -> target.put(key, pick(alike(target.get(key))));
      }
    }
  }

  /** What is of the same JSON type, so that it gets past the first check. */
  private static List<Object> alike(Object value) {
    List<Object> alike =
        NASTY.stream()
            .filter(
                nasty ->
                    List.of(String.class, Number.class, List.class, Map.class).stream()
                        .anyMatch(type -> type.isInstance(nasty) && type.isInstance(value)))
            .toList();
    return alike.isEmpty() ? NASTY : alike;
  }

  private Object spoiled(Object value) {
    return switch (value) {
      case String text -> text + pick(List.of("\n", "\uD842", "x", "坪", "１", "ﾞ", "\u2028", " "));
      case List<?> list -> {
        List<Object> more = new ArrayList<>(list);
        more.addAll(list);
        yield more;
      }
      case Integer number -> number * 1000;
      case null -> "x";
      default -> List.of(value);
    };
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> deeper(Map<String, Object> target) {
    List<Map<String, Object>> inner = new ArrayList<>();
    for (Object value : target.values()) {
      if (value instanceof LinkedHashMap<?, ?> map) {
        inner.add((Map<String, Object>) map);
      }
      if (value instanceof ArrayList<?> list) {
        list.stream()
            .filter(LinkedHashMap.class::isInstance)
            .forEach(item -> inner.add((Map<String, Object>) item));
      }
    }
    return inner.isEmpty() ? target : pick(inner);
  }

  private void put(Map<String, Object> answers, Field field, LocalDate today) {
    boolean asked =
        !(field.type() instanceof FieldType.Note) && !(field.type() instanceof FieldType.Derived);
    if (!asked && chance(94) || !field.required() && chance(25)) {
      return;
    }
    answers.put(field.id(), value(field, today));
  }

  private Object value(Field field, LocalDate today) {
    return switch (field.type()) {
      case FieldType.Text text -> text(text);
      case FieldType.Decimal decimal -> decimal(decimal);
      case FieldType.Number number -> {
        long min = number.min() == null ? -5 : number.min();
        long max = number.max() == null ? min + 20 : number.max();
        yield (int) (min + random.nextLong(max - min + 1));
      }
      case FieldType.Date date when chance(10) ->
          // As a screen keeps what is no day yet.
          String.join(
              "|",
              pick(List.of("令和", "平成", "昭和", "西暦", "")),
              pick(List.of("元", "1", "33", "64", "2027", "２０", "")),
              pick(List.of("1", "4", "13", "")),
              pick(List.of("7", "30", "x", "")));
      case FieldType.Date date -> {
        LocalDate min = date.min() == null ? LocalDate.of(1873, 1, 1) : date.min().on(today);
        LocalDate max = date.max() == null ? today : date.max().on(today);
        String day =
            min.plusDays(random.nextLong(max.toEpochDay() - min.toEpochDay() + 1)).toString();
        yield date.partial() ? day.substring(0, pick(List.of(4, 7, 10))) : day;
      }
      case FieldType.Amount amount ->
          random.nextInt(amount.max() == null ? 5000 : amount.max().intValue() + 1);
      case FieldType.YesNo yesNo -> chance(50);
      case FieldType.Time time -> {
        int min = time.min() == null ? 0 : time.min();
        int max = time.max() == null ? 1439 : time.max();
        int steps = random.nextInt((max - min) / time.step() + 1);
        yield TextRules.time(min + steps * time.step());
      }
      case FieldType.Select select -> pick(select.options()).value();
      case FieldType.Radio radio -> pick(radio.options()).value();
      case FieldType.Checkbox checkbox -> checkbox(checkbox);
      case FieldType.Name name -> {
        Map<String, Object> parts = new LinkedHashMap<>();
        name.parts().forEach(part -> parts.put(part, part.endsWith("Kana") ? "ﾔﾏﾀﾞ" : pick(TEXTS)));
        parts.remove("oneName");
        if (chance(10)) {
          parts.put("oneName", chance(80) ? "true" : pick(TEXTS));
          FieldType.GIVEN_PARTS.stream().filter(part -> chance(80)).forEach(parts::remove);
        }
        yield parts;
      }
      case FieldType.Address address -> {
        Map<String, Object> parts = new LinkedHashMap<>();
        address.parts().forEach(part -> parts.put(part, pick(TEXTS)));
        parts.put("postalCode", chance(50) ? "0613292" : "０６１－３２９２");
        yield parts;
      }
      case FieldType.Phone phone -> chance(50) ? "0133-72-3111" : "０９０12345678";
      case FieldType.Email email -> chance(50) ? "hana@example.jp" : "ａ@b-c.example.jp";
      case FieldType.Consent consent -> true;
      case FieldType.File file -> new ArrayList<>(List.of("abcdefghi" + random.nextInt(10)));
      case FieldType.Group group -> {
        List<Object> items = new ArrayList<>();
        int size = Math.max(1, group.min()) + random.nextInt(2);
        for (int i = 0; i < Math.min(size, group.max()); i++) {
          Map<String, Object> item = new LinkedHashMap<>();
          group.fields().forEach(member -> put(item, member, today));
          items.add(item);
        }
        yield items;
      }
      case FieldType.Bank bank -> {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("bankCode", chance(50) ? "0501" : "９９００");
        parts.put("branchCode", "001");
        parts.put("kind", pick(FieldType.Bank.KINDS));
        parts.put("number", "1234567");
        parts.put("holderKana", pick(List.of("ﾔﾏﾀﾞ ﾊﾅ", "やまだ　はなー", "カ）イシカリ", "abc")));
        yield parts;
      }
      case FieldType.Derived derived -> chance(50) ? 7 : "定数";
      case FieldType.Note note -> null;
    };
  }

  /** Around its limits and between them, as a screen, a person or a program would send it. */
  private Object decimal(FieldType.Decimal decimal) {
    int scale = decimal.decimals();
    long min =
        new BigDecimal(decimal.min() == null ? "-5" : decimal.min())
            .movePointRight(scale)
            .longValueExact();
    long max =
        new BigDecimal(decimal.max() == null ? "25" : decimal.max())
            .movePointRight(scale)
            .longValueExact();
    BigDecimal value = BigDecimal.valueOf(min + random.nextLong(max - min + 1), scale);
    return switch (random.nextInt(4)) {
      case 0 -> value.toPlainString();
      case 1 ->
          value.stripTrailingZeros().toPlainString()
              + (decimal.unit() == null ? "" : decimal.unit());
      case 2 -> value.doubleValue();
      default -> value.stripTrailingZeros().toPlainString().replace('.', '．');
    };
  }

  private String text(FieldType.Text text) {
    if (text.pattern() != null) {
      return switch (text.pattern()) {
        case CORPORATE_NUMBER -> pick(List.of("7000012050002", "7-0000-1205-0002"));
        case INVOICE_NUMBER -> pick(List.of("T7000012050002", "ｔ７０００012050002"));
        case CARE_INSURED_NUMBER -> "0000123456";
        case INSURER_NUMBER -> pick(List.of("138057", "06139463"));
        case RESIDENCE_CARD_NUMBER -> pick(List.of("AB12345678CD", "ab 12345678 cd"));
      };
    }
    String sound =
        switch (text.characters()) {
          case ANY -> pick(TEXTS);
          case KANA -> pick(List.of("カナ", "ｶﾞｷ", "かな", "は\u309Aー"));
          case DIGITS -> pick(List.of("012", "１２", "0123"));
          case ALNUM -> pick(List.of("A1", "Ｂ２", "az9"));
        };
    return TextRules.length(sound) < text.minLength() ? "カナ" : sound;
  }

  private List<Object> checkbox(FieldType.Checkbox checkbox) {
    List<Object> chosen = new ArrayList<>();
    int size = Math.max(1, checkbox.min());
    int from = random.nextInt(checkbox.options().size());
    for (int i = 0; i < size; i++) {
      chosen.add(checkbox.options().get((from + i) % checkbox.options().size()).value());
    }
    return chosen;
  }

  @SuppressWarnings("unchecked")
  private static void remove(Map<String, Object> answers, String path) {
    int open = path.indexOf('[');
    if (open < 0) {
      answers.remove(path);
    } else if (answers.get(path.substring(0, open)) instanceof List<?> items) {
      int close = path.indexOf(']');
      int index = Integer.parseInt(path.substring(open + 1, close));
      ((Map<String, Object>) items.get(index)).remove(path.substring(close + 2));
    }
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
