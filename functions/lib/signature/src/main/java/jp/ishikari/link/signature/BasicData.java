package jp.ishikari.link.signature;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * 基本4情報 of the 署名用電子証明書, found by their object identifiers (the card writes them in the order 1, 4,
 * 3, 5, 2, 6) and kept code point for code point.
 *
 * @param name 氏名, family and given name divided by a full-width space
 * @param nameFlags 代替文字 of the name: one digit per code point, 1 where the character stands in for
 *     one that the card cannot carry
 * @param sex 性別 as a digit of JIS X 0303: 1 男, 2 女, 9 適用不能
 * @param birth 生年月日 as on the card: a digit for the era, then the Gregorian date
 * @param address 住所
 * @param addressFlags 代替文字 of the address
 */
public record BasicData(
    String name, String nameFlags, String sex, String birth, String address, String addressFlags) {
  private static final String ARC = "1.2.392.200149.8.5.5.";
  private static final Pattern FLAGS = Pattern.compile("[01]+");
  private static final Pattern SEX = Pattern.compile("[0-9]");
  private static final Pattern BIRTH = Pattern.compile("([0-5])([0-9]{4})([0-9]{2})([0-9]{2})");

  /** Reads them; nothing when one is missing, stands twice or is not of its form. */
  static Optional<BasicData> of(X509CertificateHolder certificate) {
    try {
      GeneralNames names =
          GeneralNames.fromExtensions(
              certificate.getExtensions(), Extension.subjectAlternativeName);
      Map<String, String> values = new HashMap<>();
      for (GeneralName name : names == null ? new GeneralName[0] : names.getNames()) {
        if (name.getTagNo() == GeneralName.otherName) {
          OtherName other = OtherName.getInstance(name.getName());
          String value = ASN1UTF8String.getInstance(other.getValue()).getString();
          if (values.put(other.getTypeID().getId(), value) != null) {
            return Optional.empty();
          }
        }
      }
      return of(values);
    } catch (RuntimeException e) {
      // An alternative name of another form inside a genuine signature: nothing to rely on.
      return Optional.empty();
    }
  }

  private static Optional<BasicData> of(Map<String, String> values) {
    String[] card = new String[6];
    for (int i = 0; i < card.length; i++) {
      card[i] = values.getOrDefault(ARC + (i + 1), "");
    }
    BasicData data = new BasicData(card[0], card[1], card[2], card[3], card[4], card[5]);
    boolean fit =
        !data.name.isBlank()
            && !data.address.isBlank()
            && FLAGS.matcher(data.nameFlags).matches()
            && FLAGS.matcher(data.addressFlags).matches()
            && SEX.matcher(data.sex).matches()
            && BIRTH.matcher(data.birth).matches();
    return fit ? Optional.of(data) : Optional.empty();
  }

  /** The day of birth; absent when the register does not know it whole. It is never guessed. */
  public Optional<LocalDate> birthDate() {
    Matcher parts = BIRTH.matcher(birth);
    if (!parts.matches() || parts.group(1).equals("0")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)),
              Integer.parseInt(parts.group(4))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a character of the name may stand in for another one, or nobody can tell which. */
  public boolean nameSubstituted() {
    return substituted(name, nameFlags);
  }

  /** Whether a character of the address may stand in for another one, or nobody can tell which. */
  public boolean addressSubstituted() {
    return substituted(address, addressFlags);
  }

  /**
   * The name with each substitute in full-width brackets, for staff to compare with the register.
   */
  public String markedName() {
    return marked(name, nameFlags);
  }

  /** The address with each substitute in full-width brackets. */
  public String markedAddress() {
    return marked(address, addressFlags);
  }

  private static boolean substituted(String text, String flags) {
    return flags.contains("1") || text.codePointCount(0, text.length()) != flags.length();
  }

  private static String marked(String text, String flags) {
    StringBuilder marked = new StringBuilder();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      boolean substitute = i < flags.length() && flags.charAt(i) == '1';
      marked.append(substitute ? "［" : "").appendCodePoint(points[i]).append(substitute ? "］" : "");
    }
    return marked.toString();
  }

  /** Without personal data, so that a log line has none. */
  @Override
  public String toString() {
    return "BasicData";
  }
}
