package jp.ishikari.link.signature;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.ishikari.link.domain.signing.EvidenceFile;
import org.bouncycastle.util.io.pem.PemReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command that verifies a folder of signatures, so that any test authority's cards can be
 * tried: {@code vectors.jsonl} names one case per line, see docs/signature.md.
 */
public final class VerifyVectors {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final byte[] PEM = "-----BEGIN".getBytes(StandardCharsets.US_ASCII);

  /** How a case, or one version of an exported file, came out. */
  private enum Came {
    AS_EXPECTED,
    NOT_AS_EXPECTED,
    UNREADABLE,
    UNFORESEEN
  }

  private final Path folder;
  private final Map<Came, Integer> counts = new EnumMap<>(Came.class);

  private VerifyVectors(Path folder) {
    this.folder = folder;
  }

  /** Prints a line per case and ends with 1 when one is unreadable or not as expected. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1 || !Files.isRegularFile(Path.of(arguments[0], "vectors.jsonl"))) {
      System.err.println("Give -Dvectors=folder, the folder that holds vectors.jsonl.");
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(Path.of(arguments[0]), out) ? 0 : 1);
  }

  /** Whether every case could be read and was as expected, where it says what it expects. */
  static boolean run(Path folder, PrintStream out) throws IOException {
    VerifyVectors vectors = new VerifyVectors(folder);
    int line = 0;
    for (String text : Files.readAllLines(folder.resolve("vectors.jsonl"))) {
      line++;
      if (!text.isBlank()) {
        vectors.one(line, text, out);
      }
    }
    out.printf(
        "%d as expected, %d not as expected, %d unreadable, %d ended in an unforeseen error%n",
        Arrays.stream(Came.values()).map(vectors::count).toArray());
    return vectors.counts.keySet().stream().allMatch(Came.AS_EXPECTED::equals);
  }

  private int count(Came came) {
    return counts.getOrDefault(came, 0);
  }

  private void came(Came how) {
    counts.merge(how, 1, Integer::sum);
  }

  private void one(int line, String text, PrintStream out) {
    try {
      JsonNode given = JSON.readTree(text);
      if (given.has("evidence")) {
        exported(given, out);
      } else {
        String verdict = word(verdict(given));
        tell(text(given, "file"), verdict, given.path("expect").asString(verdict), out);
      }
    } catch (JacksonException e) {
      out.printf("line %d\tUNREADABLE CASE: %s%n", line, e.getOriginalMessage());
      came(Came.UNREADABLE);
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      out.printf("line %d\tUNREADABLE CASE: %s%n", line, e.getMessage());
      came(Came.UNREADABLE);
    } catch (RuntimeException e) {
      // A defect of ours, or a shape of input nobody thought of: the other cases still count.
      out.printf("line %d\tUNFORESEEN ERROR: %s%n", line, e);
      came(Came.UNFORESEEN);
    }
  }

  private void tell(String what, String verdict, String expected, PrintStream out) {
    boolean fits = expected.equals(verdict);
    out.printf("%s\t%s%s%n", what, verdict, fits ? "" : "\tNOT AS EXPECTED: " + expected);
    came(fits ? Came.AS_EXPECTED : Came.NOT_AS_EXPECTED);
  }

  /** Each signature of an exported file; what the file says it was is what is expected of it. */
  private void exported(JsonNode given, PrintStream out) throws IOException {
    String file = text(given, "evidence");
    EvidenceFile evidence =
        JSON.readValue(Files.readAllBytes(folder.resolve(file)), EvidenceFile.class);
    if (evidence.versions().isEmpty()) {
      throw new IllegalArgumentException(file + " holds no signature");
    }
    for (EvidenceFile.Version version : evidence.versions()) {
      tell(file + " version " + version.version(), verdict(given, version), version.verdict(), out);
    }
  }

  private String verdict(JsonNode given, EvidenceFile.Version version) throws IOException {
    if (!HexFormat.of().formatHex(Sha256.of(version.content())).equals(version.digest())) {
      return "DIGEST DIFFERS";
    }
    if (version.identified() == null) {
      return "NO CERTIFICATE WAS KEPT";
    }
    byte[] original = version.identified().original();
    SignatureShape shape =
        version.signedAttributes() == null
            ? new SignatureShape.Pkcs1(
                version.signature(), original, HashForm.valueOf(version.hashForm()))
            : new SignatureShape.Cms(original);
    SignatureVerifier verifier =
        new SignatureVerifier(trust(given, Purpose.SIGNATURE), revocation(given));
    return word(verifier.verify(shape, version.content(), Purpose.SIGNATURE, version.verifiedAt()));
  }

  private Verdict verdict(JsonNode given) throws IOException {
    Purpose purpose = Purpose.valueOf(text(given, "purpose").toUpperCase(Locale.ROOT));
    return new SignatureVerifier(trust(given, purpose), revocation(given))
        .verify(
            shape(given),
            Files.readAllBytes(folder.resolve(text(given, "content"))),
            purpose,
            Instant.parse(text(given, "time")));
  }

  private Trust trust(JsonNode given, Purpose purpose) throws IOException {
    List<byte[]> roots = new ArrayList<>();
    for (String root : texts(given, "roots")) {
      roots.add(certificate(root));
    }
    Set<String> policies =
        given.has("policies") ? new TreeSet<>(texts(given, "policies")) : jlis(purpose);
    return Trust.of(Map.of(purpose, Trust.Anchors.of(roots, policies)));
  }

  private SignatureShape shape(JsonNode given) throws IOException {
    byte[] signature = Files.readAllBytes(folder.resolve(text(given, "file")));
    return given.has("certificate")
        ? new SignatureShape.Pkcs1(
            signature,
            certificate(text(given, "certificate")),
            HashForm.valueOf(given.path("hash").asString(HashForm.DIGEST_INFO.name())))
        : new SignatureShape.Cms(signature);
  }

  private Revocation revocation(JsonNode given) throws IOException {
    if (!given.has("crl")) {
      return Revocation.NOT_ASKED;
    }
    List<Revocation> lists = new ArrayList<>();
    for (String file : texts(given, "crl")) {
      byte[] list = Files.readAllBytes(folder.resolve(file));
      lists.add(new CrlRevocation(point -> Optional.of(list)));
    }
    return (certificate, issuer, at) ->
        worst(lists.stream().map(list -> list.status(certificate, issuer, at)).toList());
  }

  /** What any list knows counts, a revocation first: most of them are about other certificates. */
  private static Revocation.Status worst(List<Revocation.Status> answers) {
    return Stream.of(Revocation.Status.REVOKED, Revocation.Status.GOOD)
        .filter(answers::contains)
        .findFirst()
        .orElse(Revocation.Status.UNKNOWN);
  }

  private byte[] certificate(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    if (bytes.length < PEM.length || !Arrays.equals(bytes, 0, PEM.length, PEM, 0, PEM.length)) {
      return bytes;
    }
    try (PemReader pem =
        new PemReader(new StringReader(new String(bytes, StandardCharsets.US_ASCII)))) {
      return pem.readPemObject().getContent();
    }
  }

  /** J-LIS's policies as published sources quote them; what a city trusts is its own setting. */
  private static Set<String> jlis(Purpose purpose) {
    return switch (purpose) {
      // Production and test environment.
      case SIGNATURE -> Set.of("1.2.392.200149.8.5.1.1.20", "1.2.392.200149.8.5.1.0.20");
      case AUTHENTICATION -> Set.of("1.2.392.200149.8.5.1.3.30");
    };
  }

  private static String text(JsonNode given, String name) {
    JsonNode value = given.path(name);
    if (!value.isString()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value.asString();
  }

  private static List<String> texts(JsonNode given, String name) {
    List<String> texts = new ArrayList<>();
    JsonNode value = given.path(name);
    if (value.isString()) {
      texts.add(value.asString());
    } else {
      value.forEach(each -> texts.add(each.asString()));
    }
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return texts;
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Valid(Signer signer) -> "VALID";
      case Verdict.Unconfirmed(Signer signer, Verdict.OpenQuestion question) ->
          "UNCONFIRMED " + question;
      case Verdict.Refused(Reason reason) -> "REFUSED " + reason;
    };
  }
}
