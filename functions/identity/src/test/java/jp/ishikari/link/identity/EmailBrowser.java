package jp.ishikari.link.identity;

import java.util.Optional;
import java.util.stream.StreamSupport;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.store.EmailCode;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;

/** A browser that asks for codes by mail and enters them; it keeps the cookie they are bound to. */
final class EmailBrowser {
  private static final String COOKIE = "sign-in-email";

  private final EntryFunction entry;
  private String secret;
  private String others = "";
  Caller caller = new Caller.Guest();
  Optional<AtTerminal> visit = Optional.empty();

  EmailBrowser(EntryFunction entry) {
    this.entry = entry;
  }

  GatewayAnswer ask(String address, EmailCode.Purpose purpose) {
    GatewayAnswer answer =
        with(
            GatewayCall.of(Route.SEND_EMAIL_CODE)
                .change(body -> body.put("address", address).put("purpose", purpose.name())));
    cookie(answer, COOKIE).ifPresent(value -> secret = value);
    return answer;
  }

  GatewayAnswer enter(String code) {
    return with(GatewayCall.of(Route.ENTER_EMAIL_CODE).change(body -> body.put("code", code)));
  }

  private GatewayAnswer with(GatewayCall call) {
    GatewayCall asked = visit.map(at -> call.as(caller, at)).orElseGet(() -> call.as(caller));
    return (secret == null
            ? asked.header("Cookie")
            : asked.header("Cookie", COOKIE + "=" + secret + others))
        .sentTo(entry);
  }

  /** Keeps another cookie that an answer sets. */
  void keep(GatewayAnswer answer, String name) {
    others += "; " + name + "=" + cookie(answer, name).orElseThrow();
  }

  /** What its codes are kept under. */
  String id() {
    return Secrets.hash(secret);
  }

  /** The value of a cookie that an answer sets. */
  static Optional<String> cookie(GatewayAnswer answer, String name) {
    return StreamSupport.stream(answer.headers().path("Set-Cookie").spliterator(), false)
        .map(set -> set.stringValue())
        .filter(set -> set.startsWith(name + "="))
        .map(set -> set.substring(name.length() + 1, set.indexOf(';')))
        .findFirst();
  }
}
