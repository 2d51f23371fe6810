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
}
