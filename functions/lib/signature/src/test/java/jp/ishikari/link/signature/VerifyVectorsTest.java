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
import java.util.Base64;
import java.util.List;
import jp.ishikari.link.testauthority.CmsFlaw;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.TestAuthority;
import jp.ishikari.link.testauthority.TestCard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  }
}
