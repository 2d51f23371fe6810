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
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  private final Path folder;

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
    boolean all = true;
    int line = 0;
    for (String text : Files.readAllLines(folder.resolve("vectors.jsonl"))) {
      line++;
      if (!text.isBlank()) {
        all &= vectors.one(line, text, out);
      }
    }
    return all;
  }

  private boolean one(int line, String text, PrintStream out) {
    try {
      JsonNode given = JSON.readTree(text);
      if (given.has("evidence")) {
        return exported(given, out);
      }
      String verdict = word(verdict(given));
      String expected = given.path("expect").asString(verdict);
      boolean fits = expected.equals(verdict);
      out.printf(
          "%s\t%s%s%n", text(given, "file"), verdict, fits ? "" : "\tNOT AS EXPECTED: " + expected);
      return fits;
    } catch (JacksonException e) {
      out.printf("line %d\tUNREADABLE CASE: %s%n", line, e.getOriginalMessage());
      return false;
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      out.printf("line %d\tUNREADABLE CASE: %s%n", line, e.getMessage());
      return false;
    }
  }

  /** Each signature of an exported file; what the file says it was is what is expected of it. */
  private boolean exported(JsonNode given, PrintStream out) throws IOException {
    String file = text(given, "evidence");
    EvidenceFile evidence =
        JSON.readValue(Files.readAllBytes(folder.resolve(file)), EvidenceFile.class);
    boolean all = !evidence.versions().isEmpty();
    for (EvidenceFile.Version version : evidence.versions()) {
      String verdict = verdict(given, version);
      boolean fits = verdict.equals(version.verdict());
      all &= fits;
      out.printf(
          "%s version %d\t%s%s%n",
          file, version.version(), verdict, fits ? "" : "\tNOT AS EXPECTED: " + version.verdict());
    }
    return all;
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
    byte[] list = Files.readAllBytes(folder.resolve(text(given, "crl")));
    return new CrlRevocation(point -> Optional.of(list));
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
