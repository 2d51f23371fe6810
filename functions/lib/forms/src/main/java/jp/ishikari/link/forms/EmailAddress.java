package jp.ishikari.link.forms;

import java.util.Locale;
import java.util.Optional;

/** An address that mail can be sent to, as it is written to. */
public record EmailAddress(String text) {
  static final int LONGEST = 254;

  /** Of what somebody typed or pasted; empty when no mail can go there. */
  public static Optional<EmailAddress> read(String typed) {
    String text = Folding.email(typed);
    return text.length() <= LONGEST && TextRules.email(text)
        ? Optional.of(new EmailAddress(text))
        : Optional.empty();
  }

  /**
   * One spelling of what is one mailbox: providers that tell capitals apart before the @ are not to
   * be found any more.
   */
  public String folded() {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * Where mail ends up, for counting: {@code a+1@} and {@code a+2@} are one person's at most
   * providers. Not for telling people apart.
   */
  public String mailbox() {
    String one = folded();
    int at = one.lastIndexOf('@');
    int tag = one.indexOf('+');
    return tag > 0 && tag < at ? one.substring(0, tag) + one.substring(at) : one;
  }
}
