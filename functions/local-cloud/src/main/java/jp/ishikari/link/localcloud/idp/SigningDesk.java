package jp.ishikari.link.localcloud.idp;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import jp.ishikari.link.localcloud.wire.StateFolder;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.TestAuthority;
import jp.ishikari.link.testauthority.TestCard;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Signing transactions: opened by the client, signed by a person, fetched by the client. */
final class SigningDesk {
  /** The scope that stands for 署名API. */
  static final String SCOPE = "sign";

  /** Where the authorization request names its transaction. */
  static final String PARAMETER = "sign_tx_id";

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration AGE_OF_THE_ROOT = Duration.ofDays(400);
  private static final Duration LIST_LIFE = Duration.ofDays(30);

  /** What state the card's 署名用電子証明書 is in. */
  enum Certificate {
    GOOD("有効", Flaw.NONE, 1000),
    EXPIRED("有効期限が切れている", Flaw.EXPIRED, 2000),
    REVOKED("失効している（引っ越し・氏名の変更など）", Flaw.NONE, 9000),
    UNLISTED("失効しているかどうか確かめられない", Flaw.NO_POINTERS, 3000);

    private final String label;
    private final Flaw flaw;
    private final int firstSerial;

    Certificate(String label, Flaw flaw, int firstSerial) {
      this.label = label;
      this.flaw = flaw;
      this.firstSerial = firstSerial;
    }

    String label() {
      return label;
    }
  }

  /** In which shape the signature is given to the client. */
  enum Shape {
    PKCS1("署名値と証明書（PKCS#1）"),
    CMS("CMS");

    private final String label;

    Shape(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** A sign-in that is to end in a signature. */
  record Attempt(String transactionId, Certificate certificate, Shape shape) {}

  /** A transaction; {@code sub}, {@code card} and {@code shape} are null until it is signed. */
  private record Transaction(byte[] hash, Instant until, String sub, TestCard card, Shape shape) {}

  private final ProviderSettings settings;
  private final InstantSource clock;
  private final HttpSessionRequestCache asked = new HttpSessionRequestCache();
  private final Map<String, Transaction> transactions = new ConcurrentHashMap<>();
  private final Map<Integer, TestCard> cards = new ConcurrentHashMap<>();
  private TestAuthority authority;

  SigningDesk(ProviderSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The pinned root of whoever verifies here. */
  synchronized TestAuthority authority() {
    if (authority == null) {
      authority = TestAuthority.forSignature(clock.instant().minus(AGE_OF_THE_ROOT));
    }
    return authority;
  }

  /** What an operator is given: the root, the list, and the SHA-256 of the list's name. */
  void layDown(Path folder) throws IOException {
    StateFolder.write(folder.resolve("root"), authority().root().getEncoded());
    StateFolder.write(folder.resolve("list"), list());
    try {
      byte[] name = TestAuthority.DISTRIBUTION_POINT.getEncoded();
      String point = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
      StateFolder.write(folder.resolve("point"), point.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The list that every good certificate points to, with those of {@link Certificate#REVOKED}. */
  byte[] list() {
    Instant now = clock.instant();
    return authority()
        .crl(
            now.minus(Duration.ofHours(1)),
            now.plus(LIST_LIFE),
            IntStream.range(0, settings.people().all().size())
                .mapToLong(person -> Certificate.REVOKED.firstSerial + person)
                .toArray());
  }

  String open(byte[] hash) {
    Instant now = clock.instant();
    transactions.values().removeIf(old -> old.until().isBefore(now));
    String id = UUID.randomUUID().toString();
    transactions.put(id, new Transaction(hash, now.plus(PATIENCE), null, null, null));
    return id;
  }

  /** The transaction that the authorization request behind a sign-in page names. */
  Optional<String> asked(HttpServletRequest request) {
    SavedRequest saved = asked.getRequest(request, null);
    String[] named = saved == null ? null : saved.getParameterValues(PARAMETER);
    return named == null || named.length == 0 ? Optional.empty() : Optional.of(named[0]);
  }

  /** What the form of the sign-in page says of the card. */
  Attempt attempt(HttpServletRequest request) {
    String state = request.getParameter("certificate");
    String shape = request.getParameter("shape");
    return asked(request)
        .map(
            id ->
                new Attempt(
                    id,
                    state == null ? Certificate.GOOD : Certificate.valueOf(state),
                    shape == null ? Shape.PKCS1 : Shape.valueOf(shape)))
        .orElse(null);
  }

  /** The person with this card signs. */
  void sign(Attempt attempt, String sub) {
    transactions.computeIfPresent(
        attempt.transactionId(),
        (id, open) ->
            new Transaction(
                open.hash(), open.until(), sub, card(sub, attempt.certificate()), attempt.shape()));
  }

  /** The signature in the shape that was asked for, for the client of whoever signed. */
  Optional<Map<String, String>> result(String id, String sub) {
    return Optional.ofNullable(transactions.get(id))
        .filter(signed -> sub.equals(signed.sub()) && clock.instant().isBefore(signed.until()))
        .map(
            signed ->
                switch (signed.shape()) {
                  case PKCS1 ->
                      Map.of(
                          "signature",
                          base64(signed.card().signDigest(signed.hash())),
                          "certificate",
                          base64(signed.card().der()));
                  case CMS ->
                      Map.of(
                          "signature",
                          base64(signed.card().signCmsDigest(signed.hash(), clock.instant())));
                });
  }

  /** Making a key takes long; a person's card in one state is made once. */
  private TestCard card(String sub, Certificate state) {
    Person.Resident holder = (Person.Resident) settings.people().bySub(sub).orElseThrow();
    int serial = state.firstSerial + settings.people().all().indexOf(holder);
    return cards.computeIfAbsent(
        serial,
        number ->
            authority()
                .issue(
                    jp.ishikari.link.testauthority.Person.plain(
                        holder.name(), holder.gender(), era(holder.birthdate()), holder.address()),
                    state.flaw,
                    TestAuthority.keys(2048),
                    number));
  }

  /** The card puts a digit for the era before the Gregorian date. */
  private static String era(String date) {
    String era;
    if (date.compareTo("20190501") >= 0) {
      era = "5";
    } else if (date.compareTo("19890108") >= 0) {
      era = "4";
    } else {
      era = date.compareTo("19261225") >= 0 ? "3" : "2";
    }
    return era + date;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
