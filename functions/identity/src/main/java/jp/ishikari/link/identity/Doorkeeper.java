package jp.ishikari.link.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.identity.SignIn;
import jp.ishikari.link.domain.identity.SignInStore;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Start and end of a sign-in, the same for residents and staff. */
record Doorkeeper(
    RelyingParty party, SignInStore signIns, Cookies cookies, String cookie, InstantSource clock) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A path of ours and nothing else: no other host, no scheme, no backslash. */
  private static final Pattern LOCAL = Pattern.compile("/(?!/)[A-Za-z0-9/_\\-?=&%.]{0,500}");

  /** What a provider confirmed. */
  record Confirmed(Map<String, String> claims, String returnTo) {}

  Response start(Request request) {
    String state = Secrets.draw();
    String browser = Secrets.draw();
    SignIn signIn =
        new SignIn(
            Secrets.hash(state),
            Secrets.draw(),
            Secrets.draw(),
            Secrets.hash(browser),
            local(request.query().get("returnTo")),
            clock.instant().plus(PATIENCE));
    return party
        .authorizationUri(state, signIn)
        .fold(
            failure -> Pages.failed(failure, signIn.returnTo()),
            uri -> {
              signIns.save(signIn);
              return Pages.goOn(uri, "本人確認に進む")
                  .with("Set-Cookie", cookies.set(cookie, browser, PATIENCE));
            });
  }

  Outcome<SignInFailure, Confirmed> finish(Request request) {
    Optional<SignIn> taken =
        Optional.ofNullable(request.query().get("state"))
            .flatMap(state -> signIns.take(Secrets.hash(state)));
    if (taken.isEmpty() || !clock.instant().isBefore(taken.get().expiresAt())) {
      return Outcome.failure(SignInFailure.UNKNOWN_OR_REPEATED);
    }
    SignIn signIn = taken.get();
    boolean same =
        request
            .cookie(cookies.name(cookie))
            .map(Secrets::hash)
            .filter(signIn.browser()::equals)
            .isPresent();
    if (!same) {
      return Outcome.failure(SignInFailure.OTHER_BROWSER);
    }
    String code = request.query().get("code");
    if (code == null) {
      return Outcome.failure(
          "pin_locked".equals(request.query().get("error_description"))
              ? SignInFailure.LOCKED
              : SignInFailure.CANCELLED);
    }
    return party
        .claims(code, signIn)
        .then(claims -> Outcome.success(new Confirmed(claims, signIn.returnTo())));
  }

  static String local(String returnTo) {
    return returnTo != null && LOCAL.matcher(returnTo).matches() ? returnTo : "/";
  }
}
