package jp.ishikari.link.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.document.Issuer;
import jp.ishikari.link.domain.document.LetterTemplate;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.forms.Translation;

/**
 * One published version of a procedure (手続): its page and its form. Immutable.
 *
 * @param kana reading of the name in hiragana
 * @param words what residents call it besides its name; never null
 * @param events ids of life events it belongs to
 * @param needs what to have at hand
 * @param standardDays 標準処理期間 in business days, at most {@value #MOST_DAYS}; 0 when none is set
 * @param level what the applicant must be
 * @param online whether it can be applied for here; otherwise {@code how} says how
 * @param texts what of it stands in other languages, by language and {@link PageTexts key}; never
 *     null
 * @param form the form definition as data; null when not online
 * @param letters how its documents are begun; never null
 * @param issuer who hands its documents over; never null
 * @param payment how its fee is paid; null where it costs nothing, or the city does not ask here
 * @param release who published it, why and for which days; null where it came with the city
 */
public record Procedure(
    String procedureId,
    int version,
    String name,
    String kana,
    List<String> words,
    String summary,
    String category,
    List<String> events,
    String audience,
    List<String> needs,
    String feeText,
    int standardDays,
    String divisionId,
    Level level,
    boolean online,
    boolean sample,
    String how,
    String law,
    Map<String, Map<String, Translation>> texts,
    Map<String, Object> form,
    List<LetterTemplate> letters,
    Issuer issuer,
    PaymentTerms payment,
    Release release) {

  /** A year: of more days no period is set, and counting them one by one would take long. */
  public static final int MOST_DAYS = 365;

  public Procedure {
    // Versions from before there were such words, texts or letters have none.
    words = words == null ? List.of() : List.copyOf(words);
    texts = texts == null ? Map.of() : texts;
    letters = letters == null ? List.of() : List.copyOf(letters);
    issuer = issuer == null ? Issuer.ANYBODY : issuer;
  }

  /** The number of the version that is published after this one; it never wraps. */
  public int nextVersion() {
    return Math.incrementExact(version);
  }

  /** Whether applications are taken on a day in Japan. */
  public Release.Opening openingOn(LocalDate today) {
    return release == null ? Release.Opening.OPEN : release.on(today);
  }

  /** The round in which places are counted; null where any number of applications is taken. */
  public String round() {
    return release == null || release.capacity() == null
        ? null
        : procedureId + "." + release.countedSince();
  }

  /** The form as residents get it: without the examples that staff try it with. */
  public Map<String, Object> residentForm() {
    if (form == null || !form.containsKey("examples")) {
      return form;
    }
    Map<String, Object> form = new LinkedHashMap<>(this.form);
    form.remove("examples");
    return form;
  }

  /** Whether answers to an earlier version may be sent in under this one. */
  public boolean carriesOver(int earlier) {
    return release != null && earlier < version && earlier >= release.compatibleSince();
  }

  /** What an applicant must have shown; ordered. */
  public enum Level {
    GUEST,
    /** Signed in to an account, by whatever way. */
    ACCOUNT,
    /** Identity verified by the card or by something as good (身元確認). */
    VERIFIED,
    /** With 署名用電子証明書; what could not be looked up is taken as 署名未確認, which staff resolve. */
    SIGNATURE,
    /** With 署名用電子証明書 that was found good; nothing else is taken. */
    CONFIRMED_SIGNATURE;

    /** Whether the applicant's identity must be verified. */
    public boolean verifies() {
      return compareTo(VERIFIED) >= 0;
    }

    /** Whether the application itself is to be signed. */
    public boolean signs() {
      return compareTo(SIGNATURE) >= 0;
    }
  }
}
