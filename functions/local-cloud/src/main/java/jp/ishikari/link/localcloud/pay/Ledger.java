package jp.ishikari.link.localcloud.pay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.StateFolder;

/**
 * Every session with its payments, one file each, written before anybody is answered. A request
 * that names itself is carried out once, whatever is asked again.
 */
final class Ledger {
  private final Path folder;
  private final Settlement settlement;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, String> done = new LinkedHashMap<>();

  Ledger(Path folder) {
    this.folder = folder;
    this.settlement = new Settlement(folder);
  }

  synchronized void open() throws IOException {
    StateFolder.create(folder);
    settlement.open();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(one -> one.toString().endsWith(".session")).toList()) {
        var session = Json.read(Files.readAllBytes(file), Session.class);
        sessions.put(session.id(), session);
      }
    }
    var keys = folder.resolve("done");
    if (Files.exists(keys)) {
      for (var line : Files.readAllLines(keys)) {
        var parts = line.split(" ");
        done.put(parts[0], parts[1]);
      }
    }
  }

  /** What a request of that name led to; empty where there was none. */
  synchronized Optional<String> doneBefore(String nameOrNull) {
    return Optional.ofNullable(nameOrNull).map(done::get);
  }

  private void remember(String nameOrNull, String result) throws IOException {
    if (nameOrNull != null) {
      done.put(nameOrNull, result);
      var lines = new StringBuilder();
      done.forEach((name, led) -> lines.append(name).append(' ').append(led).append('\n'));
      StateFolder.write(folder.resolve("done"), lines.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  synchronized Session begin(
      String nameOrNull,
      Dialect dialect,
      String reference,
      int amount,
      List<String> methods,
      String returnUrl,
      long seconds)
      throws IOException {
    var now = now();
    var session =
        new Session(
            id("ses"),
            dialect,
            reference,
            amount,
            methods.getFirst(),
            List.copyOf(methods),
            returnUrl,
            now,
            now.plusSeconds(seconds),
            "pending",
            List.of());
    keep(session);
    remember(nameOrNull, session.id());
    return session;
  }

  synchronized Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id)).map(session -> session.at(now()));
  }

  synchronized Optional<Session> ofPayment(String paymentId) {
    return all().stream()
        .filter(session -> session.payments().stream().anyMatch(one -> one.id().equals(paymentId)))
        .findFirst();
  }

  /** Newest first. */
  synchronized List<Session> all() {
    var now = now();
    return sessions.values().stream()
        .map(session -> session.at(now))
        .sorted(Comparator.comparing(Session::createdAt).reversed())
        .toList();
  }

  synchronized Session change(String id, UnaryOperator<Session> step) throws IOException {
    var next = step.apply(find(id).orElseThrow());
    keep(next);
    return next;
  }

  /**
   * Gives back of a payment; the same name gives back once.
   *
   * @param later whether it takes some days
   */
  synchronized Session refund(
      String nameOrNull, Session session, String paymentId, int yen, boolean later)
      throws IOException {
    var payment = payment(session, paymentId);
    var next = session.with(later ? payment.backLater(yen) : payment.back(yen));
    keep(next);
    remember(nameOrNull, paymentId);
    return next;
  }

  static Session.Payment payment(Session session, String paymentId) {
    return session.payments().stream()
        .filter(one -> one.id().equals(paymentId))
        .findFirst()
        .orElseThrow();
  }

  /** What was taken and given back over all, for whoever compares. */
  synchronized Map<String, Object> totals() {
    var lines = new ArrayList<Map<String, Object>>();
    for (var session : all()) {
      var taken = session.payments().stream().filter(Session.Payment::taken).toList();
      lines.add(
          Map.of(
              "reference",
              session.reference(),
              "taken",
              taken.stream().mapToInt(Session.Payment::amount).sum(),
              "refunded",
              taken.stream().mapToInt(Session.Payment::refunded).sum()));
    }
    return Map.of("sessions", lines);
  }

  /** What the merchant is handed for a day. */
  byte[] settlement(Dialect dialect, LocalDate day) {
    return settlement.file(dialect, day);
  }

  private void keep(Session session) throws IOException {
    StateFolder.write(
        folder.resolve(session.id() + ".session"),
        Json.write(session).getBytes(StandardCharsets.UTF_8));
    settlement.changed(sessions.put(session.id(), session), session);
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  static String id(String kind) {
    return kind + "_" + UUID.randomUUID().toString().replace("-", "");
  }
}
