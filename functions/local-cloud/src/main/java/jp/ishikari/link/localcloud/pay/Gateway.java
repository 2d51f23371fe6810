package jp.ishikari.link.localcloud.pay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
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

  /** What GMO calls the city, and its password there; likewise. */
  public static final String SHOP = "tshop00000000";

  public static final String SHOP_PASSWORD = "simulated";

  private static final Pattern FILE = Pattern.compile("(komoju|gmo)-(\\d{4}-\\d{2}-\\d{2})[.]csv");

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
    this.notices = new Notices(folder.resolve("notices"), settings.portalOrigin(), NOTICE_SECRET);
    this.notes = new Notes(notices, () -> mode, SHOP);
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
    var pages = "http://127.0.0.1:" + settings.port(Port.GATEWAY);
    var api = new Api(ledger, notes, KEY, pages, () -> mode);
    var gmo = new GmoApi(ledger, notes, SHOP, SHOP_PASSWORD, pages);
    http =
        LocalHttp.start(
            settings.port(Port.GATEWAY),
            request -> answer(api, gmo, request),
            Answer.text(500, "text/plain; charset=utf-8", "The simulated gateway failed."));
  }

  @Override
  public void close() {
    notices.close();
    if (http != null) {
      http.close();
    }
  }

  private Answer answer(Api api, GmoApi gmo, Request request)
      throws IOException, InterruptedException {
    var ofGmo = request.path().startsWith(GmoApi.PREFIX);
    if (ofGmo || request.path().startsWith(Api.PREFIX)) {
      if (mode == Mode.DOWN) {
        return Answer.text(503, "application/json", "{}");
      }
      if (mode == Mode.SLOW) {
        Thread.sleep(SLOW);
      }
      return mode.spoil(ofGmo ? gmo.answer(request) : api.answer(request));
    }
    var parts = request.path().substring(1).split("/");
    if (request.method().equals("POST")) {
      return pressed(parts);
    }
    return switch (parts[0]) {
      case "" -> page(200, PayPages.ledger(ledger.all(), mode));
      case "pay.css" -> Answer.text(200, "text/css; charset=utf-8", PayPages.STYLE);
      case "ledger.json" -> Answer.text(200, "application/json", Json.write(ledger.totals()));
      case "settlements" -> settlement(parts[1]);
      case "notices.json" -> Answer.text(200, "application/json", Json.write(notices.waiting()));
      case "sessions" ->
          ledger
              .find(parts[1])
              .map(session -> page(200, PayPages.pay(session, "")))
              .orElseGet(() -> page(404, PayPages.over("見つかりませんでした")));
      default -> page(404, PayPages.over("見つかりませんでした"));
    };
  }

  /** As komoju-2026-11-30.csv. */
  private Answer settlement(String file) {
    var name = FILE.matcher(file);
    if (!name.matches()) {
      return page(404, PayPages.over("見つかりませんでした"));
    }
    var bytes =
        ledger.settlement(
            Dialect.valueOf(name.group(1).toUpperCase(Locale.ROOT)),
            LocalDate.parse(name.group(2)));
    return new Answer(
        200,
        "text/csv",
        Map.of("Content-Disposition", "attachment; filename=\"" + file + "\""),
        bytes);
  }

  /** A button: of a session, of what is still to be told, or of how the gateway behaves. */
  private Answer pressed(String[] parts) throws IOException {
    if (parts[0].equals("modes")) {
      mode = Mode.find(parts[1]).orElse(mode);
      StateFolder.write(modeFile, mode.name().getBytes(StandardCharsets.UTF_8));
      return to("/");
    }
    if (parts.length == 4 && parts[2].equals("methods")) {
      return chosen(parts[1], parts[3]);
    }
    if (parts[0].equals("notices")) {
      notices.drop();
      return to("/");
    }
    var session = parts.length == 3 ? ledger.find(parts[1]) : Optional.<Session>empty();
    var button = parts.length == 3 ? Buyer.find(parts[2]) : Optional.<Buyer>empty();
    if (session.isEmpty() || button.isEmpty()) {
      return page(404, PayPages.over("見つかりませんでした"));
    }
    var open = session.get().status().equals("pending");
    var offered = open && Buyer.of(session.get()).contains(button.get());
    if (button.get() != Buyer.LEAVE && !button.get().byOperator() && !offered) {
      return page(409, PayPages.pay(session.get(), "この支払いは、もう終わっています。"));
    }
    return pressed(session.get(), button.get());
  }

  private Answer pressed(Session session, Buyer button) throws IOException {
    return switch (button) {
      case PAY -> back(captured(session, session.amount(), "JPY", 1));
      case PAY_TWICE -> back(captured(session, session.amount(), "JPY", 2));
      case PAY_OTHER_AMOUNT -> back(captured(session, session.amount() + 100, "JPY", 1));
      case PAY_OTHER_CURRENCY -> back(captured(session, session.amount(), "USD", 1));
      case PAY_AND_CLOSE -> {
        captured(session, session.amount(), "JPY", 1);
        yield page(200, PayPages.over("お支払いが終わりました"));
      }
      case DECLINED -> failed(session, "カード会社が、この支払いを承認しませんでした。");
      case NOT_AUTHENTICATED -> failed(session, "本人認証ができませんでした。");
      case ISSUE_SLIP -> back(slip(session));
      case PAY_SLIP -> {
        each(
            session,
            Session.Payment::waiting,
            one -> one.captured(Ledger.now()),
            "payment.captured");
        yield to("/");
      }
      case LET_SLIP_EXPIRE -> {
        each(session, Session.Payment::waiting, one -> one.in("expired"), "payment.expired");
        yield to("/");
      }
      case LET_PAGE_EXPIRE -> {
        ledger.change(session.id(), one -> one.in("expired"));
        yield to("/");
      }
      case REFUND_ARRIVES -> {
        each(session, one -> one.coming() > 0, Session.Payment::arrived, "payment.refunded");
        yield to("/");
      }
      case CHARGE_BACK -> {
        each(session, Session.Payment::taken, Session.Payment::disputed, "payment.refunded");
        yield to("/");
      }
      case WIN_CHARGE_BACK -> {
        each(session, one -> one.chargedBack() > 0, Session.Payment::won, "payment.captured");
        yield to("/");
      }
      case LEAVE -> back(session);
    };
  }

  /** On the page, somebody chooses to pay another way. */
  private Answer chosen(String id, String method) throws IOException {
    var session = ledger.find(id).filter(one -> one.methods().contains(method));
    if (session.isEmpty()) {
      return page(404, PayPages.over("見つかりませんでした"));
    }
    ledger.change(id, one -> one.by(method));
    return to("/sessions/" + id);
  }

  /** Something happens to those payments of a session that it can happen to. */
  private void each(
      Session session,
      Predicate<Session.Payment> which,
      UnaryOperator<Session.Payment> step,
      String told)
      throws IOException {
    for (var payment : List.copyOf(session.payments())) {
      if (which.test(payment)) {
        var later = step.apply(payment);
        notes.tell(told, ledger.change(session.id(), one -> one.with(later)), later);
      }
    }
  }

  private Session captured(Session session, int amount, String currency, int times)
      throws IOException {
    var next = session;
    for (var i = 0; i < times; i++) {
      var payment = Session.Payment.taken(session.method(), amount, currency);
      next = ledger.change(session.id(), one -> one.with(payment).in("completed"));
      notes.tell("payment.captured", next, payment);
    }
    return next;
  }

  private Answer failed(Session session, String why) throws IOException {
    var payment = Session.Payment.refused(session.method(), session.amount());
    var next = ledger.change(session.id(), one -> one.with(payment));
    notes.tell("payment.failed", next, payment);
    return page(200, PayPages.pay(next, why));
  }

  private Session slip(Session session) throws IOException {
    var payment = Session.Payment.slip(session.amount(), Ledger.now().plus(SLIP));
    var next = ledger.change(session.id(), one -> one.with(payment).in("completed"));
    notes.tell("payment.authorized", next, payment);
    return next;
  }

  /** The browser goes back to the merchant, which proves nothing. */
  private static Answer back(Session session) {
    return to(
        session.returnUrl()
            + (session.dialect() == Dialect.GMO ? "" : "?session_id=" + session.id()));
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
