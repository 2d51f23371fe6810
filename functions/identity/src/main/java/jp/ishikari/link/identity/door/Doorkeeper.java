package jp.ishikari.link.identity.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.store.Pairing;
import jp.ishikari.link.identity.store.SignIn;
import jp.ishikari.link.identity.store.SignInStore;

/** Start and end of a sign-in, the same for residents and staff. */
public record Doorkeeper(
    RelyingParty party, SignInStore signIns, Cookies cookies, String cookie, InstantSource clock) {
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String LABEL = "本人確認に進む";

  /** A path of ours and nothing else: no other host, no scheme, no backslash. */
  private static final Pattern LOCAL = Pattern.compile("/(?!/)[A-Za-z0-9/_\\-?=&%.]{0,500}");

  /** What a provider confirmed. */
  public record Confirmed(Map<String, String> claims, SignIn signIn) {}

  /**
   * Why nobody was confirmed, and where to go back to.
   *
   * @param signing what was to be signed; null for a sign-in, or where it is not known
   */
  public record Lost(SignInFailure reason, String returnTo, SignIn.Signing signing) {
    Lost(SignInFailure reason, String returnTo) {
      this(reason, returnTo, null);
    }
  }

  /** Who came back from a provider, and with which code. */
  public record Returned(SignIn signIn, String code) {}

  public Response start(Request request) {
    return start(request, null);
  }

  /**
   * @param attaching whose account what comes back is to be attached to; null to sign in
   */
  public Response start(Request request, SignIn.Attaching attaching) {
    String returnTo = local(request.query().get("returnTo"));
    if (returnTo.startsWith(Screen.Site.KIOSK.prefix()) && request.visit().isEmpty()) {
      // Or the portal's session would begin in a browser that everybody uses.
      return Pages.failed(SignInFailure.VISIT_ENDED, Screen.Site.KIOSK.prefix());
    }
    return start(request, returnTo, new Errand(null, attaching, null), parameters(request), LABEL);
  }

  /** For a device that waits elsewhere: this browser itself is not signed in. */
  public Response startFor(Pairing waiting, Request request, String returnTo) {
    Errand errand = new Errand(null, null, waiting.id());
    return start(request, returnTo, errand, parameters(request), LABEL);
  }

  /** To sign on the way. */
  public Response start(
      Request request,
      String returnTo,
      SignIn.Signing signing,
      Map<String, String> parameters,
      String label) {
    return start(request, returnTo, new Errand(signing, null, null), parameters, label);
  }

  /** What the way is for, besides signing this browser in; at most one of them. */
  private record Errand(SignIn.Signing signing, SignIn.Attaching attaching, String pairing) {}

  /**
   * @param parameters what the provider is told besides
   */
  private Response start(
      Request request,
      String returnTo,
      Errand errand,
      Map<String, String> parameters,
      String label) {
    String state = Secrets.draw();
    String browser = Secrets.draw();
    SignIn signIn =
        new SignIn(
            Secrets.hash(state),
            Secrets.draw(),
            Secrets.draw(),
            Secrets.hash(browser),
            returnTo,
            clock.instant().plus(PATIENCE),
            visitOf(request),
            errand.signing(),
            errand.attaching(),
            errand.pairing());
    return party
        .authorizationUri(state, signIn, parameters)
        .fold(
            failure -> Pages.failed(failure, signIn.returnTo()),
            uri -> {
              signIns.save(signIn);
              return Pages.goOn(uri, label)
                  .with("Set-Cookie", cookies.set(cookie, browser, PATIENCE));
            });
  }

  /** The way back, whatever it was for: the right browser, in time, once, with a code. */
  public Outcome<Lost, Returned> back(Request request) {
    Optional<SignIn> taken =
        Optional.ofNullable(request.query().get("state"))
            .flatMap(state -> signIns.take(Secrets.hash(state)));
    if (taken.isEmpty() || !clock.instant().isBefore(taken.get().expiresAt())) {
      return Outcome.failure(new Lost(SignInFailure.UNKNOWN_OR_REPEATED, "/"));
    }
    SignIn signIn = taken.get();
    boolean same =
        request
            .cookie(cookies.name(cookie))
            .map(Secrets::hash)
            .filter(signIn.browser()::equals)
            .isPresent();
    if (!same) {
      return Outcome.failure(new Lost(SignInFailure.OTHER_BROWSER, "/"));
    }
    if (!Objects.equals(signIn.visit(), visitOf(request))) {
      return Outcome.failure(new Lost(SignInFailure.VISIT_ENDED, Screen.Site.KIOSK.prefix()));
    }
    String code = request.query().get("code");
    return code == null
        ? Outcome.failure(
            new Lost(
                SignInFailure.told(request.query().get("error_description")),
                signIn.returnTo(),
                signIn.signing()))
        : Outcome.success(new Returned(signIn, code));
  }

  /** Who sits there now must prove it, whomever the provider remembers in that browser. */
  private static Map<String, String> parameters(Request request) {
    return request.visit().isPresent() ? Map.of("prompt", "login") : Map.of();
  }

  private static String visitOf(Request request) {
    return request.visit().map(AtTerminal::visitId).orElse(null);
  }

  public Outcome<Lost, Confirmed> finish(Request request) {
    return back(request)
        .then(
            came ->
                party
                    .claims(came.code(), came.signIn())
                    .fold(
                        reason -> Outcome.failure(new Lost(reason, came.signIn().returnTo())),
                        claims -> Outcome.success(new Confirmed(claims, came.signIn()))));
  }

  public static Instant startedAt(SignIn signIn) {
    return signIn.expiresAt().minus(PATIENCE);
  }

  public static String local(String returnTo) {
    return returnTo != null && LOCAL.matcher(returnTo).matches() ? returnTo : "/";
  }
}
