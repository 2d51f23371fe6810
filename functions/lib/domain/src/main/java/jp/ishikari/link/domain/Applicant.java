package jp.ishikari.link.domain;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.domain.signing.Claimed;
import jp.ishikari.link.forms.Field;
import jp.ishikari.link.forms.Folding;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.Kana;
import jp.ishikari.link.forms.SearchKey;

/**
 * Who applied, as the answers say: read by the GIF keys of the form's fields, so it works for every
 * form.
 */
public final class Applicant {
  /** Characters of a reading from which on its beginning finds somebody. */
  public static final int KANA_START = 2;

  /** GIF keys of what says who somebody is, the name first. */
  private static final List<String> IDENTIFYING =
      List.of("fullName", "dateOfBirth", "address", "phone", "email");

  private static final Pattern WHOLE_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final FormDefinition form;
  private final Map<String, Object> answers;

  public Applicant(FormDefinition form, Map<String, Object> answers) {
    this.form = form;
    this.answers = answers;
  }

  /** 氏名 with the half-width space of GIF DS-431; empty when the form does not ask. */
  public String name() {
    return answer("fullName") instanceof Map<?, ?> name
        ? (text(name.get("family")) + " " + text(name.get("given"))).strip()
        : "";
  }

  /** What lists call the applicant: the name; where none can be read of a paper, its reading. */
  public String called() {
    String name = name();
    return name.isEmpty() && answer("fullName") instanceof Map<?, ?> parts
        ? (text(parts.get("familyKana")) + " " + text(parts.get("givenKana"))).strip()
        : name;
  }

  /** E-mail address that stands in the answers, confirmed or not; null when none was given. */
  public String email() {
    return answer("email") instanceof String email && !email.isEmpty() ? email : null;
  }

  /** Whether the form asks for the address that notices go to. */
  public boolean isAskedForEmail() {
    return emailField(form).isPresent();
  }

  /** What the answers say of the applicant, to hold against the card. */
  public Claimed claimed() {
    return new Claimed(
        name().isEmpty() ? null : name(),
        answer("address") instanceof Map<?, ?> parts ? joined(parts) : null,
        answer("dateOfBirth") instanceof String day && WHOLE_DAY.matcher(day).matches()
            ? LocalDate.parse(day)
            : null,
        answer("sex") instanceof String sex ? sex : null);
  }

  /** Whom the answers say it is. */
  public ProvenPerson said() {
    Claimed said = claimed();
    return new ProvenPerson(said.name(), said.birthDate());
  }

  /**
   * The questions whose answers say that it is another person; none where the form does not ask. A
   * name meets all variants of its characters, as in a search.
   */
  public List<Field> contradicting(ProvenPerson person) {
    String told = name();
    boolean otherName =
        person.name() != null && !told.isEmpty() && !sameName(told).equals(sameName(person.name()));
    boolean otherDay =
        person.birthDate() != null
            && answer("dateOfBirth") instanceof String day
            && !person.birthDate().toString().startsWith(day);
    return Stream.of(
            otherName ? field(form, "fullName") : Optional.<Field>empty(),
            otherDay ? field(form, "dateOfBirth") : Optional.<Field>empty())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Spaces, dashes and what nobody sees make no other name. */
  private static String sameName(String name) {
    return NameVariants.usual(SearchKey.fold(Folding.compact(name)));
  }

  private static String joined(Map<?, ?> address) {
    return Stream.of("prefecture", "city", "town", "block", "building")
        .map(part -> text(address.get(part)))
        .collect(Collectors.joining());
  }

  /** Terms under which staff of a division find the application. */
  public Set<String> terms(BlindIndex index, String divisionId) {
    Set<String> terms = new LinkedHashSet<>();
    if (answer("fullName") instanceof Map<?, ?> name) {
      add(
          terms,
          index,
          divisionId,
          BlindIndex.Kind.NAME,
          text(name.get("family")) + text(name.get("given")));
      add(terms, index, divisionId, BlindIndex.Kind.FAMILY, text(name.get("family")));
      String kana = text(name.get("familyKana")) + text(name.get("givenKana"));
      add(terms, index, divisionId, BlindIndex.Kind.KANA, kana);
      add(terms, index, divisionId, BlindIndex.Kind.KANA_START, kana);
    }
    add(terms, index, divisionId, BlindIndex.Kind.PHONE, text(answer("phone")));
    add(terms, index, divisionId, BlindIndex.Kind.BIRTH_DATE, text(answer("dateOfBirth")));
    return terms;
  }

  /**
   * The term of one thing that is searched for or indexed; null when nothing is left of it after
   * folding. Both sides come through here, so they cannot fold differently.
   */
  public static String term(
      BlindIndex index, String divisionId, BlindIndex.Kind kind, String typed) {
    String folded = folded(kind, typed);
    if (kind == BlindIndex.Kind.NAME || kind == BlindIndex.Kind.FAMILY) {
      folded = NameVariants.usual(folded);
    }
    if (kind == BlindIndex.Kind.KANA_START) {
      if (folded.codePointCount(0, folded.length()) < KANA_START) {
        return null;
      }
      folded = folded.substring(0, folded.offsetByCodePoints(0, KANA_START));
    }
    return folded.isEmpty() ? null : index.term(divisionId, kind, folded);
  }

  /** Whether a reading is long enough to find somebody by its beginning. */
  public static boolean hasBeginning(String kana) {
    String folded = folded(BlindIndex.Kind.KANA_START, kana);
    return folded.codePointCount(0, folded.length()) >= KANA_START;
  }

  /** Whether what was typed for a name is nothing but kana, so that a reading may be meant. */
  public static boolean isReading(String name) {
    String written = Folding.compact(name);
    return !written.isEmpty() && Kana.isKatakana(Kana.fold(written));
  }

  private static String folded(BlindIndex.Kind kind, String typed) {
    return SearchKey.fold(written(kind, typed)).replaceAll("[\\s\\u3000\\-()]", "");
  }

  /**
   * What a name is compared by within a list: as a search by name folds it, with the usual
   * character for each variant.
   */
  public static String sought(String name) {
    return NameVariants.usual(folded(BlindIndex.Kind.NAME, name));
  }

  /** As the field of that kind keeps it, however it was typed or pasted. */
  private static String written(BlindIndex.Kind kind, String typed) {
    return switch (kind) {
      case PHONE -> Folding.phone(typed);
      case KANA, KANA_START -> Kana.fold(typed);
      // What nobody sees, pasted along, makes no other name.
      case NAME, FAMILY -> Folding.compact(typed);
      case BIRTH_DATE -> typed;
    };
  }

  private static void add(
      Set<String> terms, BlindIndex index, String divisionId, BlindIndex.Kind kind, String typed) {
    String term = term(index, divisionId, kind, typed);
    if (term != null) {
      terms.add(term);
    }
  }

  /** The questions of a form that say who somebody is, the name first; none of an unnamed form. */
  public static List<Field> identifying(FormDefinition form) {
    return IDENTIFYING.stream().flatMap(gif -> field(form, gif).stream()).toList();
  }

  /** The question for the address that notices go to; empty where the form asks for none. */
  public static Optional<Field> emailField(FormDefinition form) {
    return field(form, "email");
  }

  private Object answer(String gif) {
    return field(form, gif).map(field -> answers.get(field.id())).orElse(null);
  }

  private static Optional<Field> field(FormDefinition form, String gif) {
    return form.fields().stream().filter(field -> gif.equals(field.gif())).findFirst();
  }

  private static String text(Object value) {
    return value instanceof String text ? text : "";
  }
}
