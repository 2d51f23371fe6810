package jp.ishikari.link.identity.residents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.domain.Mail;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.forms.EmailAddress;
import jp.ishikari.link.identity.store.EmailCode;
import jp.ishikari.link.identity.store.EmailCodeStore;
import jp.ishikari.link.identity.store.ResidentKeys;

/**
 * Codes by mail: who reads an address is who can enter what was sent there, in the browser that
 * asked for it. Accounts are not looked at before that, so that nobody learns who has one.
 */
public record EmailDoor(
    EmailCodeStore codes,
    ResidentKeys keys,
    Cookies cookies,
    Mail mail,
    String siteName,
    InstantSource clock) {
  /** What identities by mail are stored under. */
  public static final String NAME = "email";

  /** What residents call it. */
  public static final String LABEL = "メールアドレス";

  private static final String COOKIE = Cookies.SIGN_IN + NAME;

  /** Longer than a code is good, so that who is late is told so and not that there is none. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private static final int DIGITS = 8;

  /**
   * Sends a code.
   *
   * @param accountIdOrNull whose the address is to become; null where it becomes no account's
   */
  public Response send(
      Request request,
      EmailAddress address,
      EmailCode.Purpose purpose,
      String accountIdOrNull,
      Object answer) {
    Instant now = clock.instant();
    String secret = request.cookie(cookies.name(COOKIE)).orElseGet(Secrets::draw);
    String browser = Secrets.hash(secret);
    String code = Secrets.digits(DIGITS);
    codes.keep(
        new EmailCode(
            browser,
            hash(browser, code),
            address.text(),
            purpose,
            accountIdOrNull,
            0,
            now.plus(EmailCode.LIFE)));
    post(address.text(), EmailText.withCode(purpose, code, siteName));
    return Response.ok(answer).with("Set-Cookie", cookies.set(COOKIE, secret, REMEMBERED));
  }

  /** The code that was meant, when what was entered is right; counted before it is looked at. */
  public Outcome<Response, EmailCode> entered(Request request, String typed) {
    Optional<EmailCode> waiting =
        request
            .cookie(cookies.name(COOKIE))
            .map(Secrets::hash)
            .flatMap(codes::find)
            .filter(code -> clock.instant().isBefore(code.expiresAt()));
    if (waiting.isEmpty()) {
      return refused("expired", "使える確認番号がありません。期限（10分）が過ぎたか、すでに使われています。番号を送り直してください。");
    }
    if (waiting.get().isSpent()) {
      return refused("spent", "確認番号を5回間違えたため、この番号は使えなくなりました。番号を送り直してください。");
    }
    Optional<EmailCode> tried = codes.tryOnce(waiting.get());
    if (tried.isEmpty()) {
      return Outcome.failure(Problem.TOO_MANY_REQUESTS.response());
    }
    EmailCode code = tried.get();
    if (MessageDigest.isEqual(bytes(hash(code.browser(), typed)), bytes(code.code()))) {
      return Outcome.success(code);
    }
    return code.isSpent()
        ? refused("spent", "確認番号を5回間違えたため、この番号は使えなくなりました。番号を送り直してください。")
        : refused(
            "wrong",
            "確認番号が違います。メールの番号を確かめてください。あと" + (EmailCode.TRIES - code.tries()) + "回入力できます。");
  }

  /** Takes a right code away, so that it counts once. */
  public <T> Outcome<Response, T> take(EmailCode code, T value) {
    return codes.take(code)
        ? Outcome.success(value)
        : Outcome.failure(Problem.TOO_MANY_REQUESTS.response());
  }

  public void post(String to, EmailText text) {
    mail.send(to, text.subject(siteName), text.body(), UUID.randomUUID().toString());
  }

  /** What an address is stored under. */
  public String identity(EmailAddress address) {
    return keys.identityOf(NAME, address.folded());
  }

  private String hash(String browser, String code) {
    return keys.mailCode(browser, code);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> Outcome<Response, T> refused(String code, String message) {
    return Outcome.failure(
        Problem.ANSWERS_INVALID.response(List.of(new Problem.FieldError("code", code, message))));
  }
}
