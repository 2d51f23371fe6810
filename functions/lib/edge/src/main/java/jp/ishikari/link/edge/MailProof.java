package jp.ishikari.link.edge;

import java.time.Duration;
import java.util.Optional;
import jp.ishikari.link.forms.EmailAddress;

/**
 * What a browser holds of having confirmed a mail address: a secret in a cookie. With the mailbox
 * and, at the counter, with the visit it gives the name under which the city hall keeps that it was
 * confirmed; another browser, another mailbox and the next visitor get another name.
 *
 * @param secret what the cookie holds
 * @param visitId of the visit at the counter; empty everywhere else
 */
public record MailProof(String secret, String visitId) {
  /** As long as somebody fills in a long form, with looking for papers in between. */
  public static final Duration LIFE = Duration.ofHours(3);

  /** The browser's; empty when it has confirmed nothing. */
  public static Optional<MailProof> of(Request request, Cookies cookies) {
    return request
        .cookie(cookies.name(Cookies.CONFIRMED_MAIL))
        .map(secret -> new MailProof(secret, visit(request)));
  }

  /** The browser's, or a new one. */
  public static MailProof toGive(Request request, Cookies cookies) {
    return of(request, cookies).orElseGet(() -> new MailProof(Secrets.draw(), visit(request)));
  }

  /** What it is kept under that this browser confirmed the address, in whatever spelling. */
  public String name(EmailAddress address) {
    return Secrets.hash(String.join("\n", secret, visitId, address.mailbox()));
  }

  /** Lets the browser keep it. */
  public String setCookie(Cookies cookies) {
    return cookies.set(Cookies.CONFIRMED_MAIL, secret, LIFE);
  }

  private static String visit(Request request) {
    return request.visit().map(AtTerminal::visitId).orElse("");
  }
}
