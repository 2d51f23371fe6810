package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The texts of a form, each under its key: {@code title}, {@code page.<id>.title}, {@code
 * field.<id>.label} (help, example, text, itemLabel, unit, alt), {@code field.<id>.option.<value>},
 * {@code field.<id>.message.<key>}, {@code rule.<id>.message}; a member of a group stands under
 * {@code field.<group>.<member>}.
 */
public final class FormTexts {
  private final BinaryOperator<String> text;

  /**
   * @param text gives the text to use, from the key and the text that stands there
   */
  private FormTexts(BinaryOperator<String> text) {
    this.text = text;
  }

  /** Every text of the form by its key, in form order. */
  public static Map<String, String> of(FormDefinition form) {
    Map<String, String> texts = new LinkedHashMap<>();
    new FormTexts(
            (key, japanese) -> {
              texts.put(key, japanese);
              return japanese;
            })
        .form(form, form.language());
    return texts;
  }

  /** The form in that language; see {@link FormDefinition#in}. */
  static FormDefinition in(FormDefinition form, String language) {
    Map<String, Translation> translations = form.texts().getOrDefault(language, Map.of());
    return new FormTexts(
            (key, japanese) -> {
              String text = Translations.shown(translations, key, japanese);
              return text == null ? japanese : text;
            })
        .form(form, language);
  }

  /** What of the form stands in that language; the form itself has to be in Japanese. */
  public static Translations.Coverage coverage(FormDefinition form, String language) {
    return Translations.coverage(language, of(form), form.texts().getOrDefault(language, Map.of()));
  }

  private String text(String key, String japanese) {
    return japanese == null ? null : text.apply(key, japanese);
  }

  private FormDefinition form(FormDefinition form, String language) {
    String title = text("title", form.title());
    String submit = text("submit", form.submit());
    List<Page> pages = new ArrayList<>();
    for (Page page : form.pages()) {
      String pageTitle = text("page." + page.id() + ".title", page.title());
      pages.add(new Page(page.id(), pageTitle, page.visibleIf(), fields("field.", page.fields())));
    }
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : form.rules()) {
      String message = text("rule." + rule.id() + ".message", rule.message());
      rules.add(new Rule(rule.id(), rule.require(), rule.at(), message));
    }
    return new FormDefinition(
        form.id(),
        form.version(),
        title,
        submit,
        pages,
        form.fee(),
        rules,
        form.texts(),
        form.examples(),
        language);
  }

  private List<Field> fields(String prefix, List<Field> fields) {
    return fields.stream().map(field -> field(prefix + field.id() + ".", field)).toList();
  }

  private Field field(String key, Field field) {
    String label = text(key + "label", field.label());
    String help = text(key + "help", field.help());
    String example = text(key + "example", field.example());
    FieldType type = type(key, field.type());
    Map<String, String> messages = new HashMap<>();
    new TreeMap<>(field.messages())
        .forEach((name, message) -> messages.put(name, text(key + "message." + name, message)));
    return new Field(
        field.id(),
        label,
        help,
        example,
        field.required(),
        field.visibleIf(),
        messages,
        field.gif(),
        type);
  }

  private FieldType type(String key, FieldType type) {
    return switch (type) {
      case FieldType.Select select -> new FieldType.Select(options(key, select.options()));
      case FieldType.Radio radio -> new FieldType.Radio(options(key, radio.options()));
      case FieldType.Checkbox box ->
          new FieldType.Checkbox(options(key, box.options()), box.min(), box.max());
      case FieldType.Consent consent -> new FieldType.Consent(text(key + "text", consent.text()));
      case FieldType.Note(String text, Image image) ->
          new FieldType.Note(
              text(key + "text", text),
              image == null
                  ? null
                  : new Image(image.type(), image.data(), text(key + "alt", image.alt())));
      case FieldType.Computed computed ->
          new FieldType.Computed(computed.value(), text(key + "unit", computed.unit()));
      case FieldType.Group group -> {
        String itemLabel = text(key + "itemLabel", group.itemLabel());
        yield new FieldType.Group(fields(key, group.fields()), group.min(), group.max(), itemLabel);
      }
      case FieldType.Text text -> text;
      case FieldType.Number number ->
          new FieldType.Number(number.min(), number.max(), text(key + "unit", number.unit()));
      case FieldType.Decimal decimal ->
          new FieldType.Decimal(
              decimal.min(), decimal.max(), decimal.decimals(), text(key + "unit", decimal.unit()));
      case FieldType.Amount amount -> amount;
      case FieldType.YesNo yesNo -> yesNo;
      case FieldType.Date date -> date;
      case FieldType.Time time -> time;
      case FieldType.Composite composite -> composite;
      case FieldType.Phone phone -> phone;
      case FieldType.Email email -> email;
      case FieldType.File file -> file;
      case FieldType.Constant constant -> constant;
    };
  }

  private List<Option> options(String key, List<Option> options) {
    return options.stream()
        .map(o -> new Option(o.value(), text(key + "option." + o.value(), o.label())))
        .toList();
  }
}
