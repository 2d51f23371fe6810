package jp.ishikari.link.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import jp.ishikari.link.signature.HashForm;
import jp.ishikari.link.signature.Purpose;
import jp.ishikari.link.signature.Revocation;
import jp.ishikari.link.signature.SignatureShape;
import jp.ishikari.link.signature.SignatureVerifier;
import jp.ishikari.link.signature.Trust;
import jp.ishikari.link.signature.Verdict;
import jp.ishikari.link.testauthority.CmsFlaw;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.Mutations;
import jp.ishikari.link.testauthority.Person;
import jp.ishikari.link.testauthority.TestAuthority;
import jp.ishikari.link.testauthority.TestCard;

/**
 * Damaged signatures in numbers: how each was refused, the slowest, and whether any got through.
 */
public final class SignatureBench {
  private static final int MUTANTS = 100_000;
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.US_ASCII);

  private final Map<String, Integer> reasons = new TreeMap<>();
  private final SignatureVerifier verifier;
  private long slowest;

  private SignatureBench(TestAuthority authority) {
    Trust.Anchors anchors =
        new Trust.Anchors(List.of(authority.root()), Set.of(TestAuthority.SIGNATURE_POLICY));
    Trust trust = Trust.of(Map.of(Purpose.SIGNATURE, anchors));
    verifier = new SignatureVerifier(trust, (certificate, issuer, at) -> Revocation.Status.GOOD);
  }

  public static void main(String[] arguments) {
    long seed = arguments.length == 0 ? new Random().nextLong() : Long.parseLong(arguments[0]);
    System.out.println("Damaged signatures, seed " + seed);
    Random random = new Random(seed);
    TestAuthority authority = TestAuthority.forSignature(NOW.minus(Duration.ofDays(900)));
    TestCard card = authority.issue(Person.sample(), Flaw.NONE);
    byte[] cms = card.signCms(CONTENT, NOW, CmsFlaw.NONE);
    byte[] same = card.signCms(CONTENT, NOW, CmsFlaw.NAMED_SHA256_WITH_RSA);
    byte[] signature = card.signDigestInfo(CONTENT);
    byte[] certificate = card.der();

    SignatureBench bench = new SignatureBench(authority);
    long begun = System.nanoTime();
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = Mutations.of(cms, random);
      if (!Arrays.equals(mutant, same)) {
        bench.refuse("CMS", new SignatureShape.Cms(mutant));
      }
      boolean whole = i % 8 == 0;
      bench.refuse(
          "PKCS#1",
          new SignatureShape.Pkcs1(
              whole ? Mutations.of(signature, random) : signature,
              whole ? certificate : Mutations.of(certificate, random),
              HashForm.DIGEST_INFO));
    }
    bench.print(Duration.ofNanos(System.nanoTime() - begun));
  }

  /**
   * @throws IllegalStateException when it is accepted
   */
  private void refuse(String shape, SignatureShape mutant) {
    long begun = System.nanoTime();
    Verdict verdict = verifier.verify(mutant, CONTENT, Purpose.SIGNATURE, NOW);
    slowest = Math.max(slowest, System.nanoTime() - begun);
    if (!(verdict instanceof Verdict.Refused(var reason))) {
      throw new IllegalStateException("a damaged " + shape + " was accepted: " + mutant);
    }
    reasons.merge(shape + " " + reason, 1, Integer::sum);
  }

  private void print(Duration took) {
    reasons.forEach((reason, count) -> System.out.printf("  %-40s %7d%n", reason, count));
    System.out.printf(
        "  none accepted, none ended in an exception; %d s, the slowest %.1f ms%n",
        took.toSeconds(), slowest / 1e6);
  }
}
