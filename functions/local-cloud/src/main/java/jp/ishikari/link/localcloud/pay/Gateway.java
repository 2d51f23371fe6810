package jp.ishikari.link.localcloud.pay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.localcloud.Engine;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.LocalHttp;
import jp.ishikari.link.localcloud.wire.LocalHttp.Answer;
import jp.ishikari.link.localcloud.wire.LocalHttp.Request;
import jp.ishikari.link.localcloud.wire.StateFolder;

/** The payment gateway: its API, the page to pay on, and the page that makes things happen. */
public final class Gateway implements Engine {
  /** What the city proves itself with; of a simulator, so it is no secret. */
  public static final String KEY = "sk_test_simulator";

  /** What notices are signed under; likewise. */
  public static final String NOTICE_SECRET = "simulated-notices";

  private static final String NOTICES_TO = "/api/gateways/komoju";
  private static final Duration SLOW = Duration.ofSeconds(6);
  private static final Duration SLIP = Duration.ofDays(3);

  private final Settings settings;
  private final Ledger ledger;
  private final Notices notices;
  private final Notes notes;
  private final Path modeFile;
  private volatile Mode mode = Mode.NORMAL;
  private LocalHttp http;

  /** Nothing starts yet. */
  public Gateway(Settings settings) {
    this.settings = settings;
    var folder = settings.data().resolve("gateway");
    this.ledger = new Ledger(folder);
    this.notices =
        new Notices(
            folder.resolve("notices"), settings.portalOrigin().resolve(NOTICES_TO), NOTICE_SECRET);
    this.notes = new Notes(notices, () -> mode);
    this.modeFile = folder.resolve("mode");
  }

  @Override
  public String name() {
    return "Payment gateway";
  }

  @Override
  public void start() throws IOException {
    ledger.open();
    notices.open();
    if (Files.exists(modeFile)) {
      mode = Mode.find(Files.readString(modeFile)).orElse(Mode.NORMAL);
    }
    var api = new Api(ledger, notes, KEY, "http://127.0.0.1:" + settings.port(Port.GATEWAY));
    http =
        LocalHttp.start(
            settings.port(Port.GATEWAY),
            request -> answer(api, request),
            Answer.text(500, "text/plain; charset=utf-8", "The simulated gateway failed."));
  }

  @Override
  public void close() {
    notices.close();
    if (http != null) {
      http.close();
    }
  }

  private Answer answer(Api api, Request request) throws IOException, InterruptedException {
    if (request.path().startsWith(Api.PREFIX)) {
      if (mode == Mode.DOWN) {
        return Answer.text(503, "application/json", "{}");
      }
      if (mode == Mode.SLOW) {
        Thread.sleep(SLOW);
      }
      return api.answer(request);
    }
    var parts = request.path().substring(1).split("/");
    if (request.method().equals("POST")) {
      return pressed(parts);
    }
    return switch (parts[0]) {
      case "" -> page(200, PayPages.ledger(ledger.all(), mode));
      case "pay.css" -> Answer.text(200, "text/css; charset=utf-8", PayPages.STYLE);
      case "ledger.json" -> Answer.text(200, "application/json", Json.write(ledger.totals()));
      case "notices.json" -> Answer.text(200, "application/json", Json.write(notices.waiting()));
      case "sessions" ->
          ledger
              .find(parts[1])
              .map(session -> page(200, PayPages.pay(session, "")))
              .orElseGet(() -> page(404, PayPages.over("見つかりませんでした")));
      default -> page(404, PayPages.over("見つかりませんでした"));
    };
  }

  /** A button: of a session, or of the way in which the gateway behaves. */
  private Answer pressed(String[] parts) throws IOException {
    if (parts[0].equals("modes")) {
      mode = Mode.find(parts[1]).orElse(mode);
      StateFolder.write(modeFile, mode.name().getBytes(StandardCharsets.UTF_8));
      return to("/");
    }
    var session = parts.length == 3 ? ledger.find(parts[1]) : Optional.<Session>empty();
    var button = parts.length == 3 ? Buyer.find(parts[2]) : Optional.<Buyer>empty();
    if (session.isEmpty() || button.isEmpty()) {
      return page(404, PayPages.over("見つかりませんでした"));
    }
    var open = session.get().status().equals("pending");
    if (button.get() != Buyer.LEAVE && !button.get().inShop() && !open) {
      return page(409, PayPages.pay(session.get(), "この支払いは、もう終わっています。"));
    }
    return pressed(session.get(), button.get());
  }

  private Answer pressed(Session session, Buyer button) throws IOException {
    return switch (button) {
      case PAY -> back(captured(session, session.amount(), 1));
      case PAY_TWICE -> back(captured(session, session.amount(), 2));
      case PAY_OTHER_AMOUNT -> back(captured(session, session.amount() + 100, 1));
      case PAY_AND_CLOSE -> {
        captured(session, session.amount(), 1);
        yield page(200, PayPages.over("お支払いが終わりました"));
      }
      case DECLINED -> failed(session, "カード会社が、この支払いを承認しませんでした。");
      case NOT_AUTHENTICATED -> failed(session, "本人認証ができませんでした。");
      case ISSUE_SLIP -> back(slip(session));
      case PAY_SLIP -> {
        inShop(session, true);
        yield to("/");
      }
      case LET_SLIP_EXPIRE -> {
        inShop(session, false);
        yield to("/");
      }
      case LEAVE -> back(session);
    };
  }

  private Session captured(Session session, int amount, int times) throws IOException {
    var next = session;
    for (var i = 0; i < times; i++) {
      var payment =
          new Session.Payment(
              Ledger.id("pay"), amount, "captured", Ledger.now(), Ledger.now(), null, 0);
      next = ledger.change(session.id(), one -> one.with(payment).in("completed"));
      notes.tell("payment.captured", next, payment);
    }
    return next;
  }

  private Answer failed(Session session, String why) throws IOException {
    var payment =
        new Session.Payment(
            Ledger.id("pay"), session.amount(), "failed", Ledger.now(), null, null, 0);
    var next = ledger.change(session.id(), one -> one.with(payment));
    notes.tell("payment.failed", next, payment);
    return page(200, PayPages.pay(next, why));
  }

  private Session slip(Session session) throws IOException {
    var payment =
        new Session.Payment(
            Ledger.id("pay"),
            session.amount(),
            "authorized",
            Ledger.now(),
            null,
            Ledger.now().plus(SLIP),
            0);
    var next = ledger.change(session.id(), one -> one.with(payment).in("completed"));
    notes.tell("payment.authorized", next, payment);
    return next;
  }

  private void inShop(Session session, boolean paid) throws IOException {
    for (var payment : List.copyOf(session.payments())) {
      if (payment.status().equals("authorized")) {
        var later = paid ? payment.captured(Ledger.now()) : payment.in("expired");
        var next = ledger.change(session.id(), one -> one.with(later));
        notes.tell(paid ? "payment.captured" : "payment.expired", next, later);
      }
    }
  }

  /** The browser goes back to the merchant, which proves nothing. */
  private static Answer back(Session session) {
    return to(session.returnUrl() + "?session_id=" + session.id());
  }

  private static Answer to(String address) {
    return new Answer(303, "text/plain; charset=utf-8", Map.of("Location", address), new byte[0]);
  }

  private Answer page(int status, String html) {
    return Answer.text(status, "text/html; charset=utf-8", html)
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                + " form-action 'self' "
                + settings.portalOrigin())
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }
}
