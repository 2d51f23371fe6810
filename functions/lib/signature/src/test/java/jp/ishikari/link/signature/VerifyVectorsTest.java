package jp.ishikari.link.signature;

import static jp.ishikari.link.signature.Cards.CONTENT;
import static jp.ishikari.link.signature.Cards.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.signing.Evidence;
import jp.ishikari.link.domain.signing.EvidenceFile;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.testauthority.CmsFlaw;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.TestAuthority;
import jp.ishikari.link.testauthority.TestCard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class VerifyVectorsTest {
  private static final String COMMON =
      "\"content\":\"content.json\",\"purpose\":\"signature\",\"time\":\"%s\",\"roots\":[\"root.pem\"],"
              .formatted(NOW)
          + "\"policies\":[\"%s\"]".formatted(TestAuthority.SIGNATURE_POLICY);

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void aFolderAsAnAuthorityWouldHandItOver() throws IOException {
    TestCard good = Cards.card(Flaw.NONE);
    write("content.json", CONTENT);
    String root = Base64.getMimeEncoder().encodeToString(Cards.SIGNATURE.root().getEncoded());
    Files.writeString(
        folder.resolve("root.pem"),
        "-----BEGIN CERTIFICATE-----\n" + root + "\n-----END CERTIFICATE-----\n");
    write("good.p7s", good.signCms(CONTENT, NOW, CmsFlaw.NONE));
    write("good.sig", good.signBareHash(CONTENT));
    write("good.cer", good.der());
    write("expired.p7s", Cards.card(Flaw.EXPIRED).signCms(CONTENT, NOW, CmsFlaw.NONE));
    write("list.crl", Cards.SIGNATURE.crl(NOW.minusSeconds(60), NOW.plusSeconds(60)));
    write("revoked.crl", Cards.SIGNATURE.crl(NOW.minusSeconds(60), NOW.plusSeconds(60), 1001));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private boolean run(String... lines) throws IOException {
    Files.write(folder.resolve("vectors.jsonl"), List.of(lines));
    return VerifyVectors.run(folder, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private String[] printed() {
    String[] lines = all();
    return Arrays.copyOf(lines, lines.length - 1);
  }

  private String summary() {
    String[] lines = all();
    return lines[lines.length - 1];
  }

  private String[] all() {
    return printed.toString(StandardCharsets.UTF_8).split("\\R");
  }

  @Test
  void eachCaseGetsItsVerdictAndReasonOnALineOfItsOwn() throws IOException {
    assertTrue(
        run(
            "{\"file\":\"good.p7s\",\"crl\":\"list.crl\"," + COMMON + "}",
            "{\"file\":\"good.p7s\"," + COMMON + "}",
            "{\"file\":\"good.p7s\",\"crl\":\"revoked.crl\"," + COMMON + "}",
            "{\"file\":\"good.sig\",\"certificate\":\"good.cer\",\"hash\":\"BARE_HASH\","
                + COMMON
                + "}",
            "{\"file\":\"expired.p7s\",\"expect\":\"REFUSED EXPIRED\"," + COMMON + "}"));
    assertEquals(
        "good.p7s\tVALID|good.p7s\tUNCONFIRMED NOT_CHECKED|good.p7s\tREFUSED REVOKED|"
            + "good.sig\tUNCONFIRMED NOT_CHECKED|expired.p7s\tREFUSED EXPIRED",
        String.join("|", printed()));
  }

  @Test
  void withoutPoliciesThoseOfJLisAreAllowedForThePurpose() throws IOException {
    String common =
        COMMON
            .substring(0, COMMON.indexOf(",\"policies\""))
            .replace("[\"root.pem\"]", "\"root.pem\"");
    assertTrue(
        run(
            "{\"file\":\"good.p7s\"," + common + "}",
            "{\"file\":\"good.p7s\"," + common.replace("signature", "authentication") + "}"));
    assertEquals(
        "good.p7s\tUNCONFIRMED NOT_CHECKED|good.p7s\tREFUSED POLICY_NOT_ALLOWED",
        String.join("|", printed()));
  }

  @Test
  void aVerdictThatIsNotTheExpectedOneIsToldAndFails() throws IOException {
    assertFalse(run("{\"file\":\"expired.p7s\",\"expect\":\"VALID\"," + COMMON + "}"));
    assertEquals("expired.p7s\tREFUSED EXPIRED\tNOT AS EXPECTED: VALID", printed()[0]);
  }

  @Test
  void anUnreadableCaseIsToldWithItsLineAndTheOthersGoOn() throws IOException {
    assertFalse(
        run("nonsense", "{\"file\":\"good.p7s\"}", "", "{\"file\":\"good.p7s\"," + COMMON + "}"));
    assertTrue(printed()[0].startsWith("line 1\tUNREADABLE CASE"), printed()[0]);
    assertEquals("line 2\tUNREADABLE CASE: purpose is missing", printed()[1]);
    assertEquals("good.p7s\tUNCONFIRMED NOT_CHECKED", printed()[2]);
    assertEquals(
        "1 as expected, 0 not as expected, 2 unreadable, 0 ended in an unforeseen error",
        summary());
  }

  @Test
  void anErrorNobodyForesawIsToldAndCountedAndTheOthersGoOn() throws IOException {
    write("evidence.json", "{}".getBytes(StandardCharsets.UTF_8));
    assertFalse(
        run(
            "{\"evidence\":\"evidence.json\",\"roots\":\"root.pem\"}",
            "{\"file\":\"good.p7s\"," + COMMON + "}",
            "{\"file\":\"good.p7s\",\"expect\":\"VALID\"," + COMMON + "}"));
    assertTrue(
        printed()[0].startsWith("line 1\tUNFORESEEN ERROR: java.lang.NullPointerException"),
        printed()[0]);
    assertEquals("good.p7s\tUNCONFIRMED NOT_CHECKED", printed()[1]);
    assertEquals(
        "1 as expected, 1 not as expected, 0 unreadable, 1 ended in an unforeseen error",
        summary());
  }

  @Test
  void ofSeveralListsTheOneThatIsAboutTheCertificateCountsAndARevocationFirst() throws IOException {
    write("other.crl", Cards.AUTHENTICATION.crl(NOW.minusSeconds(60), NOW.plusSeconds(60)));
    assertTrue(
        run(
            "{\"file\":\"good.p7s\",\"crl\":[\"other.crl\",\"list.crl\"]," + COMMON + "}",
            "{\"file\":\"good.p7s\",\"crl\":[\"list.crl\",\"revoked.crl\"]," + COMMON + "}",
            "{\"file\":\"good.p7s\",\"crl\":[\"other.crl\"]," + COMMON + "}"));
    assertEquals(
        "good.p7s\tVALID|good.p7s\tREFUSED REVOKED|good.p7s\tUNCONFIRMED UNKNOWN",
        String.join("|", printed()));
  }

  @Nested
  class Exported {
    private static final String CASE =
        "{\"evidence\":\"evidence.json\",\"roots\":\"root.pem\",\"policies\":[\"%s\"]"
            .formatted(TestAuthority.SIGNATURE_POLICY);

    private EvidenceFile.Version version(
        int number, SignatureShape shape, Signature.Revocation revocation, boolean kept) {
      SignedParts parts = SignedParts.of(shape);
      return new EvidenceFile.Version(
          number,
          "SUBMITTED",
          NOW,
          "card",
          CONTENT,
          HexFormat.of().formatHex(Sha256.of(CONTENT)),
          parts.signature(),
          parts.signedAttributes(),
          shape instanceof SignatureShape.Pkcs1 pkcs1 ? pkcs1.hashForm().name() : null,
          NOW,
          TestAuthority.SIGNATURE_POLICY,
          revocation,
          revocation.verdict(),
          false,
          null,
          Map.of(Signature.Item.NAME, Signature.Match.SAME),
          null,
          "keyed-hash",
          kept ? new Evidence.Identified("c=JP", "1001", parts.identifying()) : null);
    }

    private void export(EvidenceFile.Version... versions) throws IOException {
      Files.write(
          folder.resolve("evidence.json"),
          JsonMapper.shared()
              .writeValueAsBytes(
                  new EvidenceFile(
                      "application", "123", "tenshutsu", "転出届", NOW, "staff", List.of(versions))));
    }

    private SignatureShape pkcs1() {
      TestCard card = Cards.card(Flaw.NONE);
      return new SignatureShape.Pkcs1(card.signBareHash(CONTENT), card.der(), HashForm.BARE_HASH);
    }

    private SignatureShape cms() {
      return new SignatureShape.Cms(Cards.card(Flaw.NONE).signCms(CONTENT, NOW, CmsFlaw.NONE));
    }

    @Test
    void everyVersionIsVerifiedAgainAgainstWhatWasRecorded() throws IOException {
      export(
          version(1, pkcs1(), Signature.Revocation.GOOD, true),
          version(3, cms(), Signature.Revocation.GOOD, true));
      assertTrue(run(CASE + ",\"crl\":\"list.crl\"}"));
      assertEquals(
          "evidence.json version 1\tVALID|evidence.json version 3\tVALID",
          String.join("|", printed()));
      export(version(1, cms(), Signature.Revocation.NOT_CHECKED, true));
      assertTrue(run(CASE + "}"));
    }

    @Test
    void anotherVerdictThanTheRecordedOneFails() throws IOException {
      export(version(1, pkcs1(), Signature.Revocation.GOOD, true));
      assertFalse(run(CASE + ",\"crl\":\"revoked.crl\"}"));
      assertEquals(
          "evidence.json version 1\tREFUSED REVOKED\tNOT AS EXPECTED: VALID", printed()[0]);
    }

    @Test
    void whatWasChangedOrHasNoCertificateIsToldAndFails() throws IOException {
      EvidenceFile.Version good = version(1, pkcs1(), Signature.Revocation.GOOD, true);
      good.content()[0] ^= 1;
      export(good, version(2, cms(), Signature.Revocation.GOOD, false));
      good.content()[0] ^= 1;
      assertFalse(run(CASE + "}"));
      assertTrue(printed()[0].startsWith("evidence.json version 1\tDIGEST DIFFERS"));
      assertTrue(printed()[1].startsWith("evidence.json version 2\tNO CERTIFICATE WAS KEPT"));
    }
  }
}
