package jp.ishikari.link.localcloud.idp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of one provider, and the ways out that lead back without a sign-in. */
@RestController
class SignInPages {
  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
  private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

  /** What the client is told of why it did not come to pass, by what is pressed here. */
  private static final Map<String, String> REASONS =
      Map.of(
          "pin-locked", "pin_locked",
          "signing-password-locked", "signing_password_locked",
          "no-certificate", "no_signing_certificate");

  private final ProviderSettings settings;
  private final SigningDesk desk;
  private final HttpSessionRequestCache asked = new HttpSessionRequestCache();

  SignInPages(ProviderSettings settings, SigningDesk desk) {
    this.settings = settings;
    this.desk = desk;
  }

  @GetMapping("/")
  ResponseEntity<String> start() {
    return page(HttpStatus.OK, SignInHtml.notFromHere(settings.kind()));
  }

  @GetMapping("/login")
  ResponseEntity<String> signIn(
      @RequestParam(defaultValue = "") String problem,
      CsrfToken csrf,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (asked.getRequest(request, response) == null) {
      return page(HttpStatus.OK, SignInHtml.notFromHere(settings.kind()));
    }
    return page(
        HttpStatus.OK,
        desk.asked(request).isPresent()
            ? SigningHtml.of(settings.people(), problem, csrf.getToken())
            : SignInHtml.of(settings, problem, csrf.getToken()));
  }

  /** Back to the client with {@code access_denied}; the description says why. */
  @PostMapping("/cancel")
  ResponseEntity<String> cancel(
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response) {
    var saved = asked.getRequest(request, response);
    // The server checked the request before it was saved; the address is compared all the same.
    var back = saved == null ? null : first(saved, "redirect_uri");
    if (!settings.redirectUri().equals(back) && !settings.signingRedirectUri().equals(back)) {
      return page(HttpStatus.BAD_REQUEST, SignInHtml.notFromHere(settings.kind()));
    }
    var location =
        UriComponentsBuilder.fromUriString(back)
            .queryParam("error", "access_denied")
            .queryParam("error_description", REASONS.getOrDefault(reason, "cancelled"));
    var state = first(saved, "state");
    if (state != null) {
      location.queryParam("state", "{state}");
    }
    request.getSession().invalidate();
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(location.encode().buildAndExpand(state).toUri())
        .build();
  }

  @GetMapping("/idp.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok().contentType(CSS).body(SignInHtml.STYLE);
  }

  private static ResponseEntity<String> page(HttpStatus status, String html) {
    return ResponseEntity.status(status).contentType(HTML).body(html);
  }

  private static String first(SavedRequest saved, String name) {
    var values = saved.getParameterValues(name);
    return values == null || values.length == 0 ? null : values[0];
  }
}
